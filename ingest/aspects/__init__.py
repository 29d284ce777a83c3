"""What a heading or a body tells of its topic: aspects and treatment topics.

Headings and texts enter, Placements leave.
"""
