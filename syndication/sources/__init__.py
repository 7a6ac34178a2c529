"""Where copy comes from: each source yields Deliveries and acknowledges them when told.

The sources are imported by their modules (`folder.FolderSource`): a command that reads files needs none.
"""

from syndication.sources.folder_settings import Folder
from syndication.sources.source import Source

__all__ = ["Folder", "Source"]
