"""Bytes of one wire format in, Articles out; one module per format, no clock, disk or network."""
