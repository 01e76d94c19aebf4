"""Which terms count as explained: the mechanisms of STANDARDS 6.1, one by one."""

from datetime import date

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.pipeline import Tools


def statuses(text: str, library: Library) -> dict[str, str]:
    report = pipeline.run(
        text.encode(), "t.md", "text/markdown", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip
    return {one["term"]: one["status"] for one in report.measures["jargon"]["terms"]}


@pytest.mark.parametrize(
    "text",
    [
        "Cytokines are proteins that carry messages.",
        "You may have cytokines (proteins that carry messages).",
        "Proteins that carry messages are called cytokines.",
        "Some proteins carry messages. These are called cytokines.",
        "You may have cytokines, which are proteins that carry messages.",
        "You may have cytokines – small proteins that carry messages.",
        "Cytokines: small proteins that carry messages.",
        "## Cytokines\n\nThese are small proteins that carry messages.",
        "You may have cytokines.\n\n## Words to know\n\n**Cytokines** – small messenger proteins.",
        "You may have cytokines.\n\n## Glossary\n\nCytokines\n: Small messenger proteins.",
        "<p>You may have <dfn>cytokines</dfn>, small messengers.</p>",
        "Cytokines means small proteins that carry messages.",
    ],
)
def test_explained(text: str, library: Library) -> None:
    assert statuses(text, library)["cytokine"] == "explained"


@pytest.mark.parametrize(
    "text",
    [
        "You may have cytokines.",
        "Cytokines are a standard treatment.",
        "Ask your nurse about cytokines and how they work.",
        "We give cytokines on Monday.",
    ],
)
def test_unexplained(text: str, library: Library) -> None:
    assert statuses(text, library)["cytokine"] == "unexplained"


def test_an_example_of_a_class_is_partial(library: Library) -> None:
    text = "You may have proteins such as cytokines."
    assert statuses(text, library)["cytokine"] == "partial"


def test_explained_late(library: Library) -> None:
    text = "You may have cytokines.\n\nRest.\n\nEat.\n\nCytokines are proteins that carry messages."
    assert statuses(text, library)["cytokine"] == "explained late"


def test_capitals_of_abbreviations_count(library: Library) -> None:
    assert "myalgic encephalomyelitis" not in statuses("Tell me if you act.", library)


@pytest.mark.parametrize(
    ("term", "status", "text"),
    [
        ("methotrexate", "explained", "You may be offered methotrexate to calm down your defences."),
        ("methotrexate", "unexplained", "You take methotrexate to treat your arthritis."),
        ("methotrexate", "unexplained", "You take methotrexate once a week on the same day."),
        ("synovium", "explained", "The thin layer inside your joints, the synovium, swells."),
        ("tendon", "explained", "A tendon joins a muscle to a bone."),
        ("thrombolysis", "explained",
         "You may be given a drug to break up the clot. This is called thrombolysis."),
        ("leukapheresis", "explained",
         "A machine takes blood from one arm and gives most of it back. This is leukapheresis."),
        ("leukapheresis", "unexplained", "Bring a book and a friend with you. This is leukapheresis day."),
        ("haemorrhagic stroke", "explained",
         "A haemorrhagic stroke is caused by bleeding in the brain."),
        ("haemorrhagic stroke", "unexplained", "A haemorrhagic stroke is caused by smoking."),
        ("spasticity", "explained", "Your arm may feel stiff and tight, a problem called spasticity."),
        ("anticoagulant", "explained", "You will take blood thinners (anticoagulants)."),
        ("antibody", "explained", "Antibodies are found in our blood and help us to fight germs."),
        ("antibody", "unexplained", "Antibodies are found in most people with this illness."),
        ("corticosteroid", "unexplained", "Corticosteroids are the mainstay of care."),
        ("immunotherapy", "explained", "Immunotherapy for cancer uses your own defences to fight it."),
        ("immunotherapy", "explained",
         "Immunotherapy is the name for drugs that use your own immune system to fight cancer."),
        ("pembrolizumab", "weak",
         "Pembrolizumab is a humanised antibody that binds PD-1 and so stops it from working as it does."),
        ("immune checkpoint", "explained",
         "They block immune checkpoints. These checkpoints are a part of the body that keeps it calm."),
        ("immune checkpoint", "unexplained", "Keep immune checkpoints in mind. These two days let you rest."),
    ],
)  # fmt: skip
def test_in_running_text(term: str, status: str, text: str, library: Library) -> None:
    assert statuses(text, library)[term] == status
