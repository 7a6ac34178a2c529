"""Where copy comes from: each source yields Deliveries and acknowledges them when told."""

from syndication.sources.folder import Folder, FolderSource
from syndication.sources.source import Source

__all__ = ["Folder", "FolderSource", "Source"]
