"""How newsrooms write, whatever the wire: datelines, sign-offs, signals, furniture, markup.

`dialects/` holds one file per agency.
"""
