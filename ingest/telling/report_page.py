"""The report of a run as one HTML page that needs nothing beside it.

A Report and the time enter, the page's text leaves; the page itself is templates/report.html. Pure.
Used by the entry point.
"""

from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest.telling.report import Report
from ingest.telling.terminal import counts, outcome


def write_report_page(report: Report, now: datetime) -> str:
    """Return ``report`` as HTML; ``now``, with its time zone, is when the run ended."""
    environment = Environment(
        loader=PackageLoader("ingest.telling"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    return template.render(report=report, now=now, counts=counts(report), outcome=outcome(report))
