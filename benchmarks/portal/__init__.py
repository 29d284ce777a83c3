"""The portal under load, beside Datasette over the same rows: how long a visitor waits.

``python -m benchmarks.portal LIBRARY`` prints the table; see `benchmarks.portal.load` for how
waiting is measured.
"""
