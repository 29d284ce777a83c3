"""The raw folder to the library: what changed is found, read, decided on and written.

The only part of ingest that touches the disk.
"""
