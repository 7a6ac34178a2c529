"""Accepts one Delivery: stored, repeated or quarantined."""
