"""What staff may want to write better; it never stops a page and never changes an exit status.

examine (one page -> its findings, remembered with the page) -> advice (the findings of all pages ->
what to say of each). Used by the reader of files and by the pipeline.
"""
