"""What is said about one story elsewhere: share links, social metadata, oEmbed."""
