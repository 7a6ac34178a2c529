"""Takes agency wire copy in, understands it, and publishes it as feeds."""

__version__ = "0.1.0"
