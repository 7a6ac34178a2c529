"""Every version of every Article, the log of changes, and what each follower has reached."""
