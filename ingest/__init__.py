"""Raw pages in, a library out: formats, outline, aspects, conditions, site facts, pipeline, report.

Enters: a folder of raw pages. Leaves: Pages, written to the library. Imports index, never portal.
"""
