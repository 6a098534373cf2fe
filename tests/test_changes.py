"""
Corrections, withdrawals and requests for a reply: shown where they belong, said no more where they are withdrawn.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from building import PROJECT, build, tree
from dossier import asking
from dossier.content import content_problems, links_to_withdrawn
from dossier.corrections import corrections
from dossier.differences import differences
from dossier.dossier import Dossier, load
from dossier.flags import flags
from dossier.languages import Language
from dossier.prose import Span
from dossier.sharing.feeds import country_corrections_feed, feed_files
from dossier.verify.run import verify_folder
from dossier.vocabulary import NO_REPLY, Standing

ADDRESS = "https://umbrellas.example/papers"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = PROJECT / "tests/sample/content"


def page(site: Path, name: str) -> html.HtmlElement:
    return html.parse(site / name).getroot()


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def written(text: str) -> tuple[Span, ...]:
    return (Span(text),)


@pytest.fixture
def dossier(sample: Path) -> Dossier:
    """The sample."""
    return load(sample)


# What differs


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("founded in 1997 by her", "founded in 1998 by her", ["1997"], ["1998"]),
        ("It was in a yard.", "It was, they say, in a yard.", ["was"], ["was, they say,"]),
        ("counted clouds", "counted clouds daily", [], ["daily"]),
        ("Nothing of this stayed", "All else was written anew", ["Nothing of this stayed"], ["All else was written anew"]),
    ],
)
def test_the_words_that_differ_are_found(before: str, after: str, removed: list[str], added: list[str]) -> None:
    """Whole words, in runs; all of it where hardly any stayed."""
    was, now = differences(written(before), written(after))

    assert ["".join(span.text for span in run.spans) for run in was if run.differs] == removed
    assert ["".join(span.text for span in run.spans) for run in now if run.differs] == added
    assert " ".join("".join(span.text for span in run.spans) for run in was) == before
    assert " ".join("".join(span.text for span in run.spans) for run in now) == after


def test_foreign_words_keep_their_language() -> None:
    """A word that is half foreign is marked whole, and each half stays in its language."""
    german = Language("de")
    was, _ = differences((Span("The bureau, a "), Span("altes Amt", german), Span(", was small.")), written("The bureau, a shed, was small."))

    assert [run.spans for run in was if run.differs] == [(Span("altes Amt", german), Span(","))]


# The log


def test_the_log_is_whole_and_newest_first(dossier: Dossier) -> None:
    """Each correction and withdrawal of every sort of record is in it, once."""
    found = [(str(correction.on), correction.record.id, correction.what) for correction in corrections(dossier)]

    assert found == [
        ("2026-03-01", "herald-clouds", None),
        ("2026-02-10", "brolly-and-the-cat", None),
        ("2026-02-05", "clerks-counted-clouds", "citations"),
        ("2026-02-05", "drizzlia-gazette", "name"),
        ("2026-02-03", "clerks-counted-clouds", "text"),
    ]


def test_the_page_of_corrections_tells_both_wordings(sample_site: Path) -> None:
    """By day: what was removed and added is marked, for those who hear it too; the reason; and the way to the record."""
    tree = page(sample_site, "corrections.html")

    days = tree.xpath("//section[contains(@class, 'year')]/h2/time/@datetime")
    assert days == ["2026-03-01", "2026-02-10", "2026-02-05", "2026-02-03"]
    (last,) = tree.xpath("//section[@aria-labelledby='d2026-02-03']")
    assert words(last.xpath(".//del")[0]) == "[removed: chairs]"
    assert words(last.xpath(".//ins")[0]) == "[added: clouds]"
    assert "The paragraph has them count clouds, on chairs." in words(last)
    assert last.xpath(".//a/@href")[-1] == "./facts/clerks-counted-clouds.html#corrected-1"
    assert "owned the cat" not in words(tree)
    assert "How to reach the editors is not stated." in words(tree)


def test_every_way_from_the_log_leads_somewhere(sample_site: Path) -> None:
    """Each correction has its place on the page of its record."""
    for href in page(sample_site, "corrections.html").xpath("//ol[@class='log']//p[@class='line__where']/a/@href"):
        name, _, anchor = href.partition("#")
        assert page(sample_site, name).xpath(f"//*[@id='{anchor}']"), href


def test_an_empty_log_says_so(site: Path) -> None:
    """Nothing has been corrected in the real dossier, nobody was asked, and both pages say it."""
    corrected, asked = words(page(site, "corrections.html").find(".//main")), words(page(site, "requests.html").find(".//main"))

    assert "Nothing has been corrected or withdrawn since the first facts were written, on 22 November 2026." in corrected
    assert "How to ask for a correction" in corrected
    assert "Nobody has been asked for a reply yet" in asked


@pytest.mark.parametrize("name", ["organisations/umbrella-bureau.html", "chronology/index.html", "sources/gazette-report.html"])
def test_a_corrected_fact_is_marked_wherever_it_is_listed(sample_site: Path, name: str) -> None:
    """With the last day, and the way to what it said before."""
    (mark,) = page(sample_site, name).xpath("(//a[@class='corrected'])[1]")

    assert words(mark) == "Corrected 5 February 2026"
    assert mark.get("href") == "../facts/clerks-counted-clouds.html#corrected-2"


def test_a_record_shows_its_own_corrections(sample_site: Path) -> None:
    """On the page of an organisation as on that of a fact."""
    (section,) = page(sample_site, "organisations/drizzlia-gazette.html").xpath("//section[@aria-labelledby='corrections']")

    assert words(section.find(".//del")) == "[removed: Drizzle]"
    assert "5 February 2026" in words(section)


def test_an_allegation_in_the_log_stands_with_its_reply(sample: Path, tmp_path: Path) -> None:
    """There is room for it on the page, and none in the feed."""
    facts = sample / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    was = "changed: {on: 2026-02-01, was: It stole the weather., why: Too harsh.}"
    facts.write_text(text.replace("drench-on-dry-weather:\n", f"drench-on-dry-weather:\n  {was}\n"), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 0, built.errors
    (entry,) = page(tmp_path / "output", "corrections.html").xpath("//section[@aria-labelledby='d2026-02-01']//li")
    assert "Allegation against Bureau of Umbrellas" in words(entry)
    assert "fairy tale" in words(entry)
    feed = dict(feed_files(load(sample), ADDRESS))["feeds/corrections.xml"]
    assert b"stole" not in feed
    assert b"sold dry" not in feed


def test_each_country_has_its_corrections(sample: Path) -> None:
    """A feed of what concerns it, which leads to the page of corrections."""
    facts = sample / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("bureau-founded:\n", "bureau-founded:\n  changed: {on: 2026-02-03, was: It was founded in 1898., why: A slip.}\n"), encoding="utf-8")
    dossier = load(sample)
    feed = etree.fromstring(dict(feed_files(dossier, ADDRESS))[country_corrections_feed(dossier.entities["drizzlia"])])

    assert [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")] == ["2026-02-03T00:00:00Z"]
    assert feed.find(f"{ATOM}link[@rel='alternate']").get("href") == f"{ADDRESS}/corrections.html"


def test_the_feed_tells_every_sort_of_record(dossier: Dossier) -> None:
    """Names where they may be said; of what is withdrawn, the reason."""
    feed = etree.fromstring(dict(feed_files(dossier, ADDRESS))["feeds/corrections.xml"])

    assert [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) for entry in feed.findall(f"{ATOM}entry")] == [
        ("A source was withdrawn", "The Herald has taken the note back."),
        ("A fact was withdrawn", "Misread; the paragraph says nothing of the kind."),
        (
            "Corrected: On fine days the clerks of the Bureau of Umbrellas counted clouds in the yard.",
            "A slip in the number. Citations now: Gazette ¶1, Herald ¶1",
        ),
        ("Corrected: The Drizzlia Gazette", "It changed its name long before the report. It now reads: The Drizzlia Gazette"),
        (
            "Corrected: On fine days the clerks of the Bureau of Umbrellas counted clouds in the yard.",
            "The paragraph has them count clouds, on chairs. It now reads: On fine days the clerks of the Bureau of Umbrellas counted clouds in the yard.",
        ),
    ]


# Withdrawals


def test_a_withdrawn_source_keeps_its_page_and_counts_no_more(sample_site: Path, dossier: Dossier) -> None:
    """Its page says so first; what cites it stands on the others alone, and is flagged."""
    source = page(sample_site, "sources/herald-clouds.html")
    fact = page(sample_site, "facts/clerks-counted-clouds.html")

    assert words(source.xpath("//*[@id='withdrawn']")[0]).startswith("Withdrawn on 1 March 2026: The Herald has taken the note back.")
    assert source.xpath("//a[@href='../facts/clerks-counted-clouds.html']")
    assert dossier.origins(dossier.facts["clerks-counted-clouds"]) == ("gazette-report",)
    assert dossier.standing(dossier.facts["clerks-counted-clouds"]) is Standing.SINGLE_ORIGIN
    assert "Rests on a source that was withdrawn on 1 March 2026: Clouds, by the dozen." in words(fact)
    assert "withdrawn: counts no more" in words(fact)


def test_nothing_more_is_to_be_taken_from_a_withdrawn_source(sample: Path) -> None:
    """Verifying still holds its citations against the text, and asks of none of its paragraphs that it be cited."""
    report = verify_folder(sample, PROJECT / "tests/texts").splitlines()

    assert report[0].startswith("9 facts, 10 citations verified")
    assert "herald-clouds: withdrawn, and its paragraphs count no more" in report


def test_without_the_withdrawal_it_would_count(sample: Path) -> None:
    """Two sources, two origins."""
    source = sample / "sources/herald-clouds.yml"
    source.write_text(source.read_text(encoding="utf-8").split("withdrawn:")[0], encoding="utf-8")
    dossier = load(sample)

    assert dossier.standing(dossier.facts["clerks-counted-clouds"]) is Standing.CORROBORATED
    assert flags(dossier) == ()


def broken(folder: Path) -> Dossier:
    """A dossier whose ledger and whose allegation of dry weather are withdrawn; of what stood on them, one fact is kept."""
    with (folder / "sources/bureau-ledger.yml").open("a", encoding="utf-8") as file:
        file.write("withdrawn: {on: 2026-03-02, why: Another bureau's.}\n")
    facts = folder / "facts/bureau.yml"
    text = facts.read_text(encoding="utf-8")
    text = text.replace("parasols-in-the-ledger:\n", "parasols-in-the-ledger:\n  kept: {bureau-ledger: The parasols are there.}\n")
    text = text.replace("drench-on-dry-weather:\n", "drench-on-dry-weather:\n  withdrawn: {on: 2026-03-03, why: Misheard.}\n")
    facts.write_text(text, encoding="utf-8")
    return load(folder)


def test_everything_that_stood_on_it_is_flagged(sample: Path) -> None:
    """Facts, replies, disagreements and sources; and standing follows."""
    dossier = broken(sample)

    assert [(flag.record.id, flag.gone.id, bool(flag.kept)) for flag in flags(dossier)] == [
        ("brolly-calls-it-a-fairy-tale", "drench-on-dry-weather", False),
        ("clerks-counted-clouds", "herald-clouds", False),
        ("parasols-in-the-ledger", "bureau-ledger", True),
        ("dry-weather", "drench-on-dry-weather", False),
        ("gazette-report", "bureau-ledger", False),
    ]
    assert dossier.standing(dossier.facts["parasols-in-the-ledger"]) is Standing.UNSUPPORTED
    assert dossier.origins(dossier.facts["parasols-in-the-ledger"]) == ()
    assert dossier.standing(dossier.facts["brolly-calls-it-a-fairy-tale"]) is not Standing.DISPUTED
    assert dossier.open_disagreements == ()


def test_readers_see_the_flags(sample: Path, tmp_path: Path) -> None:
    """On each page, with why it is kept where an editor has said so; and nothing of what was withdrawn is said."""
    broken(sample)
    with (sample / "disagreements/dry-weather.yml").open("a", encoding="utf-8") as file:
        file.write("withdrawn: {on: 2026-03-04, why: One side is gone.}\n")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 0, built.errors
    kept = words(page(tmp_path / "output", "facts/parasols-in-the-ledger.html"))
    assert "Rests on a source that was withdrawn on 2 March 2026: The ledger of the Bureau of Umbrellas. Kept because: The parasols are there." in kept
    assert "unsupported" in kept
    assert "Answers a fact that was withdrawn on 3 March 2026: the fact." in words(page(tmp_path / "output", "facts/brolly-calls-it-a-fairy-tale.html"))
    assert "Rests on a source that was withdrawn on 2 March 2026" in words(page(tmp_path / "output", "sources/gazette-report.html"))
    (marker,) = page(tmp_path / "output", "disagreements.html").xpath("//*[@id='dry-weather']")
    assert words(marker) == "Whether dry weather was sold: withdrawn on 4 March 2026. One side is gone."
    said = [name for name, content in tree(tmp_path / "output").items() if b"sold dry weather to its friends" in content or b"owned the cat" in content]
    assert said == []


STORY = "Title: Rain\nDate: 2026-01-02\n\nIt rained.[[bureau-founded]] {}\n"


@pytest.mark.parametrize(
    ("sentence", "told", "flagged"),
    [
        (
            "She had a cat.[[brolly-and-the-cat]]",
            [
                ":4:44: expected a fact that stands, found 'brolly-and-the-cat', withdrawn on 2026-02-10: "
                "take out what rests on it, or speak of the withdrawal and link it with words, [[brolly-and-the-cat|words]]",
            ],
            [":4:44: links 'brolly-and-the-cat', withdrawn on 2026-02-10"],
        ),
        ("What was said of a cat [[brolly-and-the-cat|is withdrawn]].", [], [":4:53: links 'brolly-and-the-cat', withdrawn on 2026-02-10"]),
        ("So said [[herald-clouds]].", [], [":4:38: links 'herald-clouds', withdrawn on 2026-03-01"]),
    ],
)
def test_a_story_rests_on_nothing_withdrawn(dossier: Dossier, tmp_path: Path, sentence: str, told: list[str], flagged: list[str]) -> None:
    """It may speak of a withdrawal, in words of its own, and editors are told where it does."""
    path = tmp_path / "stories/rain.md"
    path.parent.mkdir()
    path.write_text(STORY.format(sentence), encoding="utf-8")

    assert [str(problem).removeprefix(str(path)) for problem in content_problems(tmp_path, ["stories"], dossier)] == told
    assert [str(problem).removeprefix(str(path)) for problem in links_to_withdrawn(tmp_path, dossier)] == flagged


# Requests for a reply


def test_who_was_asked_stands_beside_the_allegation(sample_site: Path) -> None:
    """Wherever that is shown; and the words that no reply is recorded stand beside it no more."""
    asked = "Bureau of Umbrellas, asked on 20 February 2026, by a letter to its press office, to answer by 6 March 2026: no answer is recorded."
    answered = "Bureau of Umbrellas, asked on 3 February 2026, by e-mail, answered on 10 February 2026: The Bureau keeps its books in ink, it wrote."
    for name in ("organisations/umbrella-bureau.html", "chronology/index.html", "sources/gazette-report.html", "requests.html"):
        text = words(page(sample_site, name).find(".//main"))
        assert asked in text, name
        assert answered in text, name
        assert NO_REPLY not in text or name == "requests.html", name
    assert asked in words(page(sample_site, "facts/gazette-on-the-clerks.html"))
    assert answered in words(page(sample_site, "facts/gazette-on-the-books.html"))


def test_a_request_that_was_declined_or_answered_by_a_fact(sample: Path) -> None:
    """What came of it is said, and counts as an answer."""
    request = sample / "requests/bureau-on-the-clerks.yml"
    text = request.read_text(encoding="utf-8")
    request.write_text(text + "declined: {on: 2026-03-01}\n", encoding="utf-8")
    dossier = load(sample)

    assert asking.asked_words(dossier.requests["bureau-on-the-clerks"], "It").endswith("by a letter to its press office, declined to answer on 1 March 2026")
    assert dossier.standing(dossier.facts["gazette-on-the-clerks"]) is Standing.ANSWERED


def test_a_citation_in_a_story_tells_who_was_asked(dossier: Dossier) -> None:
    """As beside the allegation itself."""
    target = dossier.resolve("gazette-on-the-clerks")

    assert target
    assert target.note.endswith("An allegation. Bureau of Umbrellas, asked on 20 February 2026, by a letter to its press office, to answer by 6 March 2026: no answer is recorded.")


def test_structured_data_tell_who_was_asked(sample_site: Path) -> None:
    """The claim's description has what the page has."""
    (script,) = page(sample_site, "facts/gazette-on-the-clerks.html").xpath("//script[@type='application/ld+json']/text()")
    (claim,) = [thing for thing in json.loads(script)["@graph"] if thing["@type"] == "Claim"]

    assert claim["description"].endswith("to answer by 6 March 2026: no answer is recorded.")


# The export


def published(site: Path) -> dict[str, Any]:
    return json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))


def test_the_export_has_all_of_it(sample_site: Path) -> None:
    """Corrections by field, withdrawals, what fell, and requests with what came of them."""
    data = published(sample_site)
    facts = {fact["id"]: fact for fact in data["facts"]}
    sources = {source["id"]: source for source in data["sources"]}

    assert [(change["on"], change["what"], change["was"]) for change in facts["clerks-counted-clouds"]["changed"]] == [
        ("2026-02-03", "text", "On fine days the clerks of the Bureau of Umbrellas counted chairs in the yard."),
        ("2026-02-05", "cite", "gazette-report 2"),
    ]
    assert facts["clerks-counted-clouds"]["fallen"] == ["herald-clouds"]
    assert [cited["counts"] for cited in facts["clerks-counted-clouds"]["citations"]] == [True, False]
    assert facts["brolly-and-the-cat"]["text"] == "Withdrawn on 2026-02-10: Misread; the paragraph says nothing of the kind."
    assert sources["herald-clouds"]["withdrawn"] == {"on": "2026-03-01", "why": "The Herald has taken the note back."}
    assert facts["gazette-on-the-books"]["requests"] == ["bureau-on-the-books"]
    assert next(request for request in data["requests"] if request["answer"]) == {
        "about": ["gazette-on-the-books"],
        "answer": {"facts": [], "on": "2026-02-10", "text": "The Bureau keeps its books in ink, it wrote."},
        "asked": "umbrella-bureau",
        "changed": [],
        "declined": None,
        "how": "by e-mail",
        "id": "bureau-on-the-books",
        "on": "2026-02-03",
        "until": "2026-02-17",
        "url": "requests.html#bureau-on-the-books",
    }


def test_what_is_withdrawn_since_keeps_no_earlier_wording(sample: Path, tmp_path: Path) -> None:
    """Neither in the export nor on a page."""
    facts = sample / "facts/later.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("brolly-and-the-cat:\n", "brolly-and-the-cat:\n  changed: {on: 2026-02-04, was: Ada Brolly bred cats., why: Too much.}\n"), encoding="utf-8")

    built = build(tmp_path / "output", dossier=sample, content=CONTENT)

    assert built.status == 0, built.errors
    assert [name for name, content in tree(tmp_path / "output").items() if b"bred cats" in content] == []
    fact = next(fact for fact in published(tmp_path / "output")["facts"] if fact["id"] == "brolly-and-the-cat")
    assert fact["changed"] == [{"on": "2026-02-04", "was": None, "what": "text", "why": "Too much."}]


# The report


def replies(folder: Path, content: Path = CONTENT) -> str:
    """What `make replies` prints."""
    variables = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), "TODAY": "2026-03-07"}
    command = [sys.executable, "-m", "dossier", "replies", "--dossier", str(folder), "--content", str(content)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_report_tells_who_is_still_to_be_asked(sample: Path) -> None:
    """Each allegation, against whom, and what is said to it; and what stands on something withdrawn."""
    facts = sample / "facts/bureau.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("  answers: drench-on-dry-weather\n", ""), encoding="utf-8")

    assert replies(sample) == f"""\
The Umbrella Papers: 3 allegations: 1 answered, 1 asked about and not answered, 1 of which nobody was asked

Nobody was asked: 1

  {sample}/facts/bureau.yml:20: drench-on-dry-weather
    The Bureau of Umbrellas sold dry weather to its friends, Pluvius Drench says.
    Against: Bureau of Umbrellas

Asked, and not answered: 1

  {sample}/facts/later.yml:30: gazette-on-the-clerks
    The Gazette hints that the clerks of the Bureau of Umbrellas were idle.
    Against: Bureau of Umbrellas
    Bureau of Umbrellas, asked on 20 February 2026, by a letter to its press office, to answer by 6 March
    2026: no answer is recorded, and that day has passed. (bureau-on-the-clerks)

Answered: 1

  {sample}/facts/later.yml:39: gazette-on-the-books
    The Gazette hints that the books of the Bureau of Umbrellas were kept as it pleased.
    Against: Bureau of Umbrellas
    Bureau of Umbrellas, asked on 3 February 2026, by e-mail, answered on 10 February 2026: The Bureau keeps
    its books in ink, it wrote. (bureau-on-the-books)

Stands on something withdrawn, to be dealt with: 1
  {sample}/facts/later.yml:2: clerks-counted-clouds: Rests on a source that was withdrawn on 1 March 2026 (herald-clouds)
"""


def test_the_report_tells_what_is_kept_and_what_stories_link(sample: Path, tmp_path: Path) -> None:
    """What an editor has dealt with stands apart; a link in a story is one more thing to look at."""
    broken(sample)
    story = tmp_path / "content/stories/rain.md"
    story.parent.mkdir(parents=True)
    story.write_text(STORY.format("So said [[herald-clouds]]."), encoding="utf-8")

    *_, first, second = replies(sample, tmp_path / "content").split("\n\n")[-1].split("Kept all the same")

    assert first.startswith("Stands on something withdrawn, to be dealt with: 5\n")
    assert f"  {story}:4:38: links 'herald-clouds', withdrawn on 2026-03-01\n" in first
    assert second.startswith(": 1\n")
    assert "The parasols are there." in second
