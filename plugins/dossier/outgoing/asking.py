"""
Asks servers whether a page is there: seldom, slowly, and never longer than it may take.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import urlsplit

WHO_ASKS = "Mozilla/5.0 (compatible; link-check/1.0; asks once a week whether a cited page is still there)"


class Outcome(Enum):
    """
    What came of asking, with how it is told. The first need somebody most.
    """

    GONE = "gone"
    NOT_REACHED = "not reached"
    FAILING = "the server reports a fault of its own"
    TURNED_AWAY = "turns programs away, which says nothing of readers: look by hand"
    MOVED = "moved for good"
    NOT_ASKED = "not asked, for the time was up"
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came of asking for one address.
    """

    outcome: Outcome
    detail: str = ""
    """A status, an error, or the new address."""


@dataclass(frozen=True, slots=True)
class Manners:
    """
    How much asking takes at most.
    """

    timeout: float = 20
    """Seconds to wait for one answer."""

    pause: float = 2
    """Seconds between two questions to one server."""

    limit: float = 600
    """Seconds for all of them."""

    at_once: int = 6
    """How many servers are asked at the same time."""


_GONE = frozenset({404, 410})
_SERVER = 500
# Asked for the head alone, some servers say that there is no such page, or no such way of asking.
_ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 501})


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows, and remembers whether every step was said to be for good."""

    def __init__(self) -> None:
        self.for_good = True
        self.taken = False

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        self.taken = True
        self.for_good = self.for_good and code in (301, 308)
        further = super().redirect_request(req, fp, code, msg, headers, newurl)
        if further:
            further.method = req.get_method()  # of itself it would ask for the whole page
        return further


def ask_all(addresses: Iterable[str], manners: Manners) -> Mapping[str, Answer]:
    """
    Return the answer to each address. Each server is asked one thing at a time.
    """
    until = time.monotonic() + manners.limit
    servers: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        servers[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(manners.at_once) as pool:
        answers = pool.map(lambda found: _ask_one_server(found, manners, until), servers.values())
    return dict(sorted(pair for pairs in answers for pair in pairs))


def _ask_one_server(addresses: list[str], manners: Manners, until: float) -> list[tuple[str, Answer]]:
    answers = []
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        late = time.monotonic() + manners.timeout > until
        answers.append((address, Answer(Outcome.NOT_ASKED) if late else ask(address, manners.timeout)))
    return answers


def ask(address: str, timeout: float) -> Answer:
    """
    Return the answer to one address; no server and no network makes this raise.
    """
    status, answer = _request("HEAD", address, timeout)
    return _request("GET", address, timeout)[1] if status in _ASK_AGAIN else answer


def _request(method: str, address: str, timeout: float) -> tuple[int, Answer]:
    redirects = _Redirects()
    request = urllib.request.Request(address, method=method, headers={"User-Agent": WHO_ASKS, "Accept": "*/*"})
    try:
        with urllib.request.build_opener(redirects).open(request, timeout=timeout) as response:
            moved = redirects.taken and redirects.for_good
            return response.status, Answer(Outcome.MOVED, response.url) if moved else Answer(Outcome.WORKS)
    except urllib.error.HTTPError as error:
        return error.code, Answer(_of_status(error.code), f"{error.code} {error.reason}".strip())
    except urllib.error.URLError as error:
        return 0, Answer(Outcome.NOT_REACHED, _why(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return 0, Answer(Outcome.NOT_REACHED, _why(error))


def _of_status(status: int) -> Outcome:
    if status in _GONE:
        return Outcome.GONE
    return Outcome.FAILING if status >= _SERVER else Outcome.TURNED_AWAY


def _why(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    if isinstance(reason, socket.gaierror):
        return "no server of that name, or no network here"
    if isinstance(reason, ssl.SSLError):
        return f"its certificate does not hold: {reason.reason or reason}"
    return str(reason) or type(reason).__name__
