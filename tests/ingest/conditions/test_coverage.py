"""Which conditions a page covers: by its title and what shows that it names conditions."""

import pytest

from index.document import Condition
from index.site import MenuGroup
from ingest.conditions.categories import Menu
from ingest.conditions.coverage import Coverage, coverage_of
from ingest.conditions.evidence import PageText

CONDITIONS = MenuGroup(
    "Conditions We Treat", ("Neck Pain", "Fibromyalgia", "Facial Pain & Headaches")
)
TREATMENTS = MenuGroup("Treatments We Provide", ("Nerve Blocks", "Sacroiliac Joint Inj.", "PIRFT"))
MENU = (MenuGroup("Home"), CONDITIONS, TREATMENTS)


def coverage(
    title: str,
    *texts: str,
    headings: tuple[str, ...] = (),
    labels: tuple[str, ...] = (),
    menu: tuple[MenuGroup, ...] = (),
) -> Coverage:
    """Return what a page of these headings, labels and texts covers."""
    return coverage_of(title, PageText(headings, labels, texts), Menu.of(menu))


def covered(
    title: str, *texts: str, headings: tuple[str, ...] = (), labels: tuple[str, ...] = ()
) -> list[str]:
    """Return the names of the conditions covered."""
    found = coverage(title, *texts, headings=headings, labels=labels)
    return [condition.name for condition in found.covered]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fibromyalgia", "Fibromyalgia"),
        ("Understanding Neck Pain", "Neck Pain"),
        ("What is sciatica?", "Sciatica"),
        ("Sciatica: Causes, Symptoms and Treatment", "Sciatica"),
        ("Fibromyalgia Symptoms and Causes", "Fibromyalgia"),
        ("Diarrhea - overview", "Diarrhea"),
        ("Complex Regional Pain Syndrome (CRPS)", "Complex Regional Pain Syndrome"),
        ("VERTEBRAL COMPRESSION FRACTURES", "Vertebral Compression Fractures"),
        ("Charcot-Marie-Tooth disease type 4", "Charcot-Marie-Tooth disease type 4"),
        ("Treatment Options for Spinal Stenosis", "Spinal Stenosis"),
        ("Common cold", "Common cold"),
        ("Heart attack first aid", "Heart attack"),
        ("Back pain - when you see the doctor", "Back pain"),
        ("Gallstones patient information leaflet", "Gallstones"),
        ("Condition: Kidney stones", "Kidney stones"),
        ("Patient information - Gout", "Gout"),
        ("Q: What is a bunion?", "Bunion"),
        ("Sciatica Treatment in Springfield", "Sciatica"),
        ("Migraine Specialist near Springfield, IL", "Migraine"),
        ("Knee pain relief near you", "Knee pain"),
        ("Whooping Cough Disease (Pertussis) Factsheet", "Whooping Cough Disease"),
    ],
)
def test_the_name_in_a_title(title: str, name: str) -> None:
    """Lead-ins, subtitles, aspects and shouting are not part of a condition's name."""
    assert covered(title) == [name]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What causes Groin pain?", "Groin pain"),
        ("How can botulism be prevented?", "Botulism"),
        ("How is Fibromyalgia treated", "Fibromyalgia"),
        ("What I need to know about Kidney Failure and How It's Treated", "Kidney Failure"),
        ("What to do in case of emergency or overdose of iron", "Overdose of iron"),
        ("What I need to know about My Child's Urinary Tract Infection", "Urinary Tract Infection"),
        ("Where to find support for people with Oral cancer", "Oral cancer"),
        ("When your asthma is out of control", "Asthma"),
        ("Managing your chronic back pain", "Chronic back pain"),
        ("Preventing stroke", "Stroke"),
        ("How to prevent and manage asthma attacks in children?", "Asthma attacks in children"),
        ("Explaining Bell's Palsy to Your Children", "Bell's Palsy"),
        ("What To Do After A Heart Attack", "Heart Attack"),
        ("Kidney stones can come back", "Kidney stones"),
        ("Learning about depression", "Depression"),
        ("Taking medicines to treat tuberculosis", "Tuberculosis"),
        ("4 Steps to Manage Your Diabetes for Life", "Diabetes"),
        ("Traveler's guide to avoiding infectious diseases", "Infectious diseases"),
        ("Facing the Challenges of Kidney Disease in Children", "Kidney Disease in Children"),
        (
            "Hepatocellular carcinoma is cancer that starts in the liver.",
            "Hepatocellular carcinoma",
        ),
    ],
)
def test_the_name_in_a_title_that_is_none(title: str, name: str) -> None:
    """Questions, sentences and doings are no names, but tell which condition the page is about."""
    assert covered(title) == [name]


def test_what_has_symptoms_is_a_condition() -> None:
    """Though its form tells nothing, and no heading says so."""
    text = "What are the symptoms of Absent patella? There is a list."
    assert covered("Absent patella", text) == ["Absent patella"]
    assert covered("Absent patella", "If you ask about it, there is a list.") == []


def test_a_name_in_a_question_that_only_the_text_makes_one() -> None:
    """The form of "restless legs" tells nothing; a definition does."""
    title = "How are restless legs treated?"
    assert covered(title, "Restless legs is a common disorder of sleep.") == ["Restless legs"]
    assert covered(title, "We see you at night.") == []


@pytest.mark.parametrize(
    "title",
    [
        "Eating Disorders in Children",
        "Learning Disorders",
        "May-Thurner syndrome",
        "I-cell disease",
    ],
)
def test_names_that_open_like_questions_and_doings(title: str) -> None:
    """What names a condition by its first words is a name."""
    assert covered(title) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Treatment",
        "Tests",
        "Risk Factors",
        "Side effects",
        "What I need to know about Bladder Control",
        "Creating a Family Health History",
    ],
)
def test_titles_that_name_no_condition(title: str) -> None:
    """Names of sections and doings are none, even if the page has sections on causes."""
    assert covered(title, headings=("Causes", "Symptoms")) == []


def test_abbreviations_come_with_the_condition() -> None:
    """The page's own definition gives the abbreviation."""
    (condition,) = coverage("Fibromyalgia", "Fibromyalgia (FM) is a disorder.").covered
    assert condition == Condition("Fibromyalgia", ("FM",))


def test_a_name_that_does_not_look_like_one_is_called_one() -> None:
    """The first sentence, or sections that only conditions have, make a condition of a name."""
    assert covered("Restless Legs", "Restless legs is a common disorder of sleep.") == [
        "Restless Legs"
    ]
    assert covered("Restless Legs", headings=("Causes", "Symptoms")) == ["Restless Legs"]
    assert covered("Our Locations", "We have two offices.") == []


TWO = "Fibromyalgia & Myofascial Pain Syndrome"
PARTS = ["Fibromyalgia", "Myofascial Pain Syndrome"]


@pytest.mark.parametrize(
    ("texts", "headings", "labels"),
    [
        (("Fibromyalgia (FM) and Myofascial Pain Syndrome (MPS) are disorders.",), (), ()),
        ((), ("Causes", "Fibromyalgia", "Myofascial Pain Syndrome"), ()),
        ((), (), ("For Fibromyalgia", "For Myofascial Pain Syndrome")),
        ((f"{TWO} are chronic disorders.",), (), ()),
    ],
)
def test_two_conditions_under_one_title(
    texts: tuple[str, ...], headings: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    """Abbreviations, sub-headings, labels or a plural verb show that "and" joins two."""
    assert covered(TWO, *texts, headings=headings, labels=labels) == PARTS


def test_a_title_that_contrasts_two_names_has_two() -> None:
    """Nobody sets halves of one name against each other."""
    assert covered("Bursitis vs. Tendinitis") == ["Bursitis", "Tendinitis"]


def test_each_a_subject_by_itself() -> None:
    """Sentences about each show two conditions; a sentence about both as one shows one."""
    assert covered(
        "Bursitis and Tendinitis", "Bursitis is a swelling. Tendinitis is an irritation."
    ) == ["Bursitis", "Tendinitis"]
    assert covered(
        "Osteopoikilosis and dacryocystitis",
        "Osteopoikilosis and dacryocystitis is a rare disorder.",
    ) == ["Osteopoikilosis and dacryocystitis"]


@pytest.mark.parametrize(
    "title",
    [
        "Neck and Shoulder Pain",
        "Hand, Foot and Mouth Disease",
        "Dystonia with seizures and ataxia",
        "Nephritis and uveitis",
    ],
)
def test_one_condition_whose_name_holds_and(title: str) -> None:
    """Without evidence that a part stands by itself a name is one name."""
    assert covered(title, "The neck and the shoulder may both hurt.") == [title]


def test_a_name_of_one_thing_and_the_rest_of_a_kind() -> None:
    """ "X/Y" is how medicine writes one thing, and "other Y" names none, whatever the headings."""
    for title, parts in (
        ("Esophageal atresia/tracheal fistula", ("Esophageal atresia", "Tracheal fistula")),
        ("Pleurisy and Other Pleural Disorders", ("Pleurisy", "Other Pleural Disorders")),
    ):
        assert covered(title, headings=("Causes", *parts)) == [title]


def test_a_condition_beside_one_that_it_harms_is_not_two() -> None:
    """Both must be defined: here the second is only spoken of."""
    title = "Amyloidosis and Kidney Disease"
    text = "Amyloidosis is a rare disease. Kidney disease is treated with dialysis."
    assert covered(title, text) == [title]


def test_a_shared_noun_belongs_to_both() -> None:
    """Sub-headings spell out what the title shortens."""
    headings = ("Causes", "Cervical Radicular Pain", "Lumbar Radicular Pain")
    assert covered("Cervical and Lumbar Radicular Pain", headings=headings) == list(headings[1:])


def test_a_name_that_the_menu_lists_whole_is_one() -> None:
    """The clinic's own menu tells what it counts as one condition."""
    text = "Facial pain and headaches are common."
    found = coverage("Facial Pain & Headaches", text, menu=MENU)
    assert [condition.name for condition in found.covered] == ["Facial Pain & Headaches"]


def test_a_subtitle_that_lists_what_divides_the_page() -> None:
    """The conditions after the colon are the page's, where sub-headings say so."""
    headings = ("Causes", "Trigeminal Neuralgia", "Migraine")
    title = "Head Pain: Trigeminal Neuralgia and Migraine"
    assert covered(title, headings=headings) == ["Trigeminal Neuralgia", "Migraine"]


def test_conditions_that_divide_the_page_though_no_title_names_them() -> None:
    """Two names that recur as labels and are called conditions are covered; "Adults" is not."""
    labels = ("Migraine", "Gout", "Adults", "Children") * 2
    texts = ("Migraine is a disorder of the head.", "Gout is a disease of the joints.")
    assert covered("Lasting Pain", *texts, labels=labels) == ["Lasting Pain", "Migraine", "Gout"]


@pytest.mark.parametrize(
    "title",
    [
        "Nerve Blocks",
        "PIRFT",
        "Sacroiliac Joint Injections",
        "Epidural Steroid Injections for Back Pain",
        "Kyphoplasty & Vertebroplasty",
        "Pain Relievers",
        "Blood Pressure Medicines",
        "Hyperthermia for treating cancer",
    ],
)
def test_a_page_about_a_treatment_covers_no_condition(title: str) -> None:
    """The menu, or the noun of its name, shows a treatment; the menu's conditions may be named."""
    found = coverage(title, menu=MENU)
    assert (found.covered, found.topic) == ((), title)
    assert [condition.name for condition in found.known] == list(CONDITIONS.entries)


def test_a_treatment_by_what_its_first_sentence_calls_it() -> None:
    """ "X is a minimally invasive procedure" makes X a treatment."""
    text = "Superion is a small spacer device that a doctor places between two vertebrae."
    assert coverage("Superion", text).topic == "Superion"


def test_a_shouted_treatment_is_spoken_of_calmly() -> None:
    """A title in capitals gives a topic in title case."""
    assert coverage("TRIGGER POINT INJECTIONS").topic == "Trigger Point Injections"


def test_a_title_that_says_only_that_something_is_catching() -> None:
    """The word "diseases" by itself names no condition."""
    assert covered("Diseases you can catch from pets") == []


def test_two_names_that_a_plural_verb_calls_conditions() -> None:
    """Then both are, whatever form their names have."""
    text = "Quinsy and mumps are two kinds of infection that swell the neck."
    assert covered("Quinsy and mumps", text) == ["Quinsy", "Mumps"]


def test_a_procedure_that_a_patient_asks_the_need_of() -> None:
    """The question asks for an indication, which is no cause of a disease."""
    found = coverage("Nerve Block Injection", headings=("Why do I need a nerve block injection?",))
    assert (found.covered, found.topic) == ((), "Nerve Block Injection")


@pytest.mark.parametrize("title", ["Pain Management", "Pain Management in Springfield"])
def test_what_is_done_about_pain_of_any_kind(title: str) -> None:
    """It is a treatment: pain alone is too wide to be what a page is on."""
    found = coverage(title)
    assert (found.covered, found.topic) == ((), title)


@pytest.mark.parametrize("title", ["Amitriptyline and pain", "Bone and joint health"])
def test_names_that_are_of_no_one_condition(title: str) -> None:
    """A remedy beside pain, and a field of health, whatever sections their pages have."""
    headings = ("What causes it?", "What are the symptoms?")
    assert covered(title, headings=headings) == []


def test_what_opens_by_saying_what_a_surgeon_does_for_people() -> None:
    """It names what is done, and no condition."""
    headings = ("Common symptoms", "Causes")
    assert covered("Restoring Lives with Keyhole Spine Surgery", headings=headings) == []


@pytest.mark.parametrize("title", ["Croup", "Chickenpox", "Flat feet", "ADHD"])
def test_everyday_names(title: str) -> None:
    """They are known as they are: no ending tells them."""
    assert covered(title) == [title]
