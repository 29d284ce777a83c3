"""What a run tells people and programs: the report, the explanation of a page, progress.

Data of a run enters; lines, JSON and one HTML page leave.
"""
