"""The heading tree: flat blocks to nested headings, their levels, numbers and anchors.

Blocks enter, Nodes leave. Knows no format, and of aspects only what a heading says.
"""
