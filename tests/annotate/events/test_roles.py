"""Who did what to whom, by class of wording: each case is the whole of what a sentence tells, or nothing."""

from __future__ import annotations

import pytest

from newsledger.annotate.events import find_events
from newsledger.annotate.parse import parse_text
from newsledger.annotate.times import find_times

Told = list[tuple[str, str, str | None, str | None]]

CASES: list[tuple[str, Told]] = [
    # A participle with an object is none.
    (
        "Bandits killed 12 farmers in Chile, police said.",
        [("ASSAULT", "occurred", "Bandits", "12 farmers")],
    ),
    # Whom the asker sends out is not asked; a plan is no promise; an army met is no partner.
    (
        "The governor asked for federal funds to deploy 6,000 National Guard soldiers.",
        [("REQUEST", "occurred", "The governor", None)],
    ),
    ("The president plans to visit Lima on Friday.", [("CONSULT", "planned", "The president", "Lima")]),
    ("Rarely have they met an opposition force as large.", []),
    # A charge without a named voice is no fact.
    (
        "Police arrested Ana Vidal, accusing her of organizing anti-government protests.",
        [("COERCE", "occurred", "Police", "Ana Vidal"), ("ACCUSE", "occurred", "Police", "her")],
    ),
    # Where it is, and what it was like, does not tell against whom.
    (
        "Students came together for protests inspired by Peru's recent revolt.",
        [("PROTEST", "occurred", None, None)],
    ),
    (
        "Protesters gather around the television building as members of the guard stand by Friday in Lima.",
        [("PROTEST", "occurred", "Protesters", None)],
    ),
    (
        "Officers withdrew to their stations by Friday evening.",
        [("RETREAT", "occurred", "Officers", None)],
    ),
    (
        "Chile condemned Peruvian authorities on Friday.",
        [("ACCUSE", "occurred", "Chile", "Peruvian authorities")],
    ),
    # What is hard to do is not done, and a forecast of it is no threat.
    ("The Red Cross has warned that it will be extremely difficult to provide aid.", []),
    (
        "The group demands raising pensions, sacking the governor, creating night buses and "
        "scrapping existing parking fees.",
        [("REQUEST", "occurred", "The group", None)],
    ),
    (
        "They accused Peru of shelling a clinic in Tacna.",
        [("ACCUSE", "occurred", "They", "Peru")],
    ),
    # Headings that run into a sentence.
    (
        "Social media and Peruvian protests New generation of protesters in Peru One of the leading "
        "bloggers was arrested.",
        [],
    ),
    # What somebody is accused of is told, too, and has its own day.
    (
        "Peru accused Chile of shelling a clinic in Tacna.",
        [("ACCUSE", "occurred", "Peru", "Chile"), ("ASSAULT", "occurred", "Chile", "a clinic in Tacna")],
    ),
    # Both sides of a meeting, in one phrase.
    ("The presidents of Chile and Peru met in Quito.", [("CONSULT", "occurred", "Chile", "Peru")]),
    # A border is the neighbour's.
    ("Chile is sending 500 soldiers to its border with Peru.", [("MOBILIZE", "occurred", "Chile", "Peru")]),
    # The raid is the killing.
    (
        "Chilean soldiers killed four rebels in a raid near Arica.",
        [("ASSAULT", "occurred", "Chilean soldiers", "four rebels")],
    ),
    ("Had the generals refused the order, the war might have been lost.", []),
    (
        "Aid workers fear that the army will block the road to Arica.",
        [("COERCE", "hypothetical", "the army", "Arica")],
    ),
    (
        "The minister, jailed in 2019 for taking bribes, has written a book.",
        [("COERCE", "historical", None, "The minister")],
    ),
    (
        "Chile's premier will be received by the pope on Friday.",
        [("AGREE", "planned", "Chile's premier", "the pope")],
    ),
    ("Cyclone Nora displaced thousands of villagers in Chile.", []),
    ("Lima shares retreated on Friday.", []),
    ("The company is fighting a battle for market share.", []),
    ("The yen came under attack from traders.", []),
    ("Gunmen took two nuns hostage in Arica.", [("ASSAULT", "occurred", "Gunmen", "two nuns")]),
    ("Under the deal, Chile is to lend Peru a million dollars.", [("AID", "planned", "Chile", "Peru")]),
    ("The Chilean envoy was refused a visa by Peru.", [("REJECT", "occurred", "Peru", "The Chilean envoy")]),
    ("Chile and Peru blamed each other for the delay.", [("ACCUSE", "occurred", "Chile", "Peru")]),
    (
        "The court fined the company two million dollars.",
        [("SANCTION", "occurred", "The court", "the company")],
    ),
    (
        "Chile's ruling drew criticism from the bishops.",
        [("ACCUSE", "occurred", "the bishops", "Chile's ruling")],
    ),
    ("Nurses in Arica have been on strike since 2 May.", [("PROTEST", "occurred", "Nurses in Arica", None)]),
    (
        "About 5,000 people formed a chain to protest against Chile.",
        [("PROTEST", "occurred", "About 5,000 people", "Chile")],
    ),
    (
        "The trial of the former minister opened in Lima.",
        [("ACCUSE", "occurred", None, "the former minister")],
    ),
    (
        "After meeting the pope, the president called on Chile to free the prisoners.",
        [
            ("CONSULT", "occurred", "the president", "the pope"),
            ("REQUEST", "occurred", "the president", "Chile"),
        ],
    ),
    ("Sanctions against the general were lifted.", [("CONCEDE", "occurred", None, "the general")]),
    ("The farmer was suspected of poisoning dogs.", []),
    ("The visitors invaded the Chilean half, winning 31-12.", []),
    ("Chile's lawyers have targeted the firm with lawsuits.", []),
    ("Floods hit the coast. The governor declared a state of emergency in Arica.", []),
    ("Health officials were not ready to declare an epidemic.", []),
    (
        "People in Arica were being ordered to stay at home.",
        [("REQUEST", "occurred", None, "People")],
    ),
    ("Chile promised Peru that it would lift the ban on maize.", [("AGREE", "occurred", "Chile", "Peru")]),
    ("Farmers faced arrest in Chile.", []),
    # Persons by how their word ends, and words that the parse cuts at hyphens.
    ("Schoolgirls attacked a bus in Arica.", [("ASSAULT", "occurred", "Schoolgirls", "a bus")]),
    (
        "Chile's runner-up met the envoy of Peru.",
        [("CONSULT", "occurred", "Chile's runner-up", "the envoy of Peru")],
    ),
    ("Doctors in Arica ended their sit-in on Sunday.", [("CONCEDE", "occurred", "Doctors in Arica", None)]),
    ("The agencies have been denied access to the camp.", [("REJECT", "occurred", None, "The agencies")]),
    (
        "The militia is thought to have executed six prisoners.",
        [("ASSAULT", "occurred", "The militia", "six prisoners")],
    ),
    ("The minister begins a visit to Peru on Sunday.", [("CONSULT", "planned", "The minister", "Peru")]),
    (
        "Chile has rejected as baseless allegations that it is arming the rebels.",
        [("AID", "denied", "Chile", "the rebels")],
    ),
    ("The firm launched an offensive against its critics.", []),
    ("The airline is allowing passengers to change their tickets.", []),
    ("Has Chile expelled the envoy of Peru?", []),
    ("Officials shut down fishing on the coast of Chile.", []),
    ("Demonstrators are standing up to riot police.", []),
    ("Experts blamed the spread of the flu on farming in Chile.", []),
    ("Crews are setting fire to the oil off Chile.", []),
    ("Helicopters are carrying aid to Peru.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_a_sentence_tells(text: str, wanted: Told) -> None:
    parsed = parse_text(text)
    found = find_events(parsed, find_times(parsed), ())
    told = [
        (
            e.type,
            e.status,
            text[e.actor.start : e.actor.end] if e.actor else None,
            text[e.recipient.start : e.recipient.end] if e.recipient else None,
        )
        for e in found
    ]
    assert told == wanted
