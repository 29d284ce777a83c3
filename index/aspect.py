"""The aspects of a health topic that a section can speak of.

Pure data, shared by all three packages: nothing enters, the enum leaves.
The set follows schema.org's HealthAspectEnumeration (https://schema.org/HealthAspectEnumeration)
and adds what clinic pages have and that enumeration lacks: comparison, diagnosis, complications
apart from risk factors, procedure, research.
"""

from enum import StrEnum


class Aspect(StrEnum):
    """What a section says about its topic; the value is what URLs and dumps carry."""

    OVERVIEW = "overview"
    COMPARISON = "comparison"
    CAUSES = "causes"
    RISK_FACTORS = "risk-factors"
    PRESENTATION = "presentation"
    DIAGNOSIS = "diagnosis"
    EFFECTS = "effects"
    COMPLICATIONS = "complications"
    PROGNOSIS = "prognosis"
    TREATMENT = "treatment"
    SELF_CARE = "self-care"
    PREVENTION = "prevention"
    PROCEDURE = "procedure"
    WHEN_TO_SEEK_CARE = "when-to-seek-care"
    RESEARCH = "research"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The name a visitor reads."""
        return _LABELS[self]

    @property
    def schema_org(self) -> str | None:
        """The nearest member of schema.org's HealthAspectEnumeration, if there is one."""
        return _SCHEMA_ORG.get(self)


_LABELS = {
    Aspect.OVERVIEW: "Overview",
    Aspect.COMPARISON: "Comparison",
    Aspect.CAUSES: "Causes",
    Aspect.RISK_FACTORS: "Risk factors",
    Aspect.PRESENTATION: "Symptoms",
    Aspect.DIAGNOSIS: "Diagnosis",
    Aspect.EFFECTS: "Living with it",
    Aspect.COMPLICATIONS: "Complications",
    Aspect.PROGNOSIS: "Outlook",
    Aspect.TREATMENT: "Treatment",
    Aspect.SELF_CARE: "Self-care",
    Aspect.PREVENTION: "Prevention",
    Aspect.PROCEDURE: "The procedure",
    Aspect.WHEN_TO_SEEK_CARE: "When to seek care",
    Aspect.RESEARCH: "Research",
    Aspect.OTHER: "Other",
}

_SCHEMA_ORG = {
    Aspect.OVERVIEW: "OverviewHealthAspect",
    Aspect.CAUSES: "CausesHealthAspect",
    Aspect.RISK_FACTORS: "RisksOrComplicationsHealthAspect",
    Aspect.PRESENTATION: "SymptomsHealthAspect",
    Aspect.DIAGNOSIS: "ScreeningHealthAspect",
    Aspect.EFFECTS: "LivingWithHealthAspect",
    Aspect.COMPLICATIONS: "RisksOrComplicationsHealthAspect",
    Aspect.PROGNOSIS: "PrognosisHealthAspect",
    Aspect.TREATMENT: "TreatmentsHealthAspect",
    Aspect.SELF_CARE: "SelfCareHealthAspect",
    Aspect.PREVENTION: "PreventionHealthAspect",
    Aspect.PROCEDURE: "HowItWorksHealthAspect",
    Aspect.WHEN_TO_SEEK_CARE: "SeeDoctorHealthAspect",
}
