"""Which conditions a page covers, and which of them each heading, item or paragraph speaks of.

Titles, texts and menus enter, Coverage and Attributions leave.
"""
