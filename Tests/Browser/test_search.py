"""The search as a reader meets it, in Chromium, and the same index in the terminal."""

import gzip
import json
import re
import urllib.parse

import pytest

from conftest import ROOT, SCREENSHOTS, SETTINGS, SIZES, Site

PAIRS = [line for line in (ROOT / "Tests/Search/pairs.txt").read_text().splitlines() if line and line[0] in "+-"]
STATUS = "[role=status]"
RESULTS = ".search-results li"


@pytest.fixture
def visit(browser):
    """Opens an address, and fails on anything the console says that was not expected."""
    contexts, messages = [], []

    def visit_(address, size="desktop", expected=(), **options):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("dialog", lambda dialog: messages.append("a dialog"))
        page.goto(address)
        page.expected = expected
        return page

    yield visit_
    for context in contexts:
        for page in context.pages:
            messages[:] = [m for m in messages if not any(word in m for word in page.expected)]
        context.close()
    assert messages == []


def build(warraq, root, stories, settings=SETTINGS, more=""):
    """A site with these stories: title, or (title, body), or (title, body, date, front matter)."""
    site = Site(root)
    site.write("Content/site.yaml", settings + more)
    for number, story in enumerate(stories):
        title, body, date, front = (*((story,) if isinstance(story, str) else story), None, None, None)[:4] \
            if not isinstance(story, str) else (story, None, None, None)
        site.write(
            f"Content/Stories/s{number}.md",
            f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nslug: s{number}\ndate: {date or '2026-01-15'}\n"
            f"{front or 'topics: []'}\n---\n\n{body or 'ـ'}\n")
    result = warraq("build", root, "--quiet")
    assert result.returncode == 0, result.stderr
    return site


def ask(page, address, query, **fields):
    """Asks by the address and waits for the answer: the titles of all results, in their order."""
    page.goto(f"{address}search/?{urllib.parse.urlencode({'q': query, **fields})}")
    return titles(page)


def settle(page):
    page.wait_for_function(
        "() => { const s = document.querySelector('[role=status]').textContent; return s && !s.includes('جارٍ') }")


def titles(page):
    settle(page)
    more = page.locator(".search-more")
    while more.is_visible():
        count = page.locator(RESULTS).count()
        more.click()
        page.wait_for_function(f"() => document.querySelectorAll('{RESULTS}').length > {count}")
    return page.locator(f"{RESULTS} h2").all_inner_texts()


# Words


def test_the_script_and_the_program_have_the_same_rules(visit, address):
    page = visit(address)
    lines = [json.loads(line) for line in (ROOT / "Tests/Golden/search-words.jsonl").read_text().strip("\n").split("\n")]
    assert len(lines) > 5000
    script = re.search(r'src="(/assets/search\.[0-9a-f]+\.js)"', page.request.get(address + "search/").text())[1]
    wrong = page.evaluate(
        """async ([script, head, lines]) => {
          const { normalize, words, forms, tails, learn } = await import(script);
          learn(JSON.parse((await (await fetch(head)).text()).split("\\n")[0]));
          const wrong = [];
          for (const [text, normal, expected] of lines) {
            const got = words(text).map(([normal]) => [
              normal,
              [...forms(normal)].map(([form, [weight, joined]]) => `${form} ${Math.round(weight * 1000)}${joined ? " joined" : ""}`).join(", "),
              tails(normal).join(" "),
            ]);
            if (normalize(text) !== normal) wrong.push([text, normal, normalize(text)]);
            if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push([text, expected, got]);
          }
          return wrong;
        }""", [script, address + "search/index/head.txt", lines])
    assert wrong[:5] == [] and len(wrong) == 0


@pytest.fixture(scope="module")
def pairs_site(warraq, serve, tmp_path_factory):
    texts = sorted({part.strip() for line in PAIRS for part in line[1:].split("|")})
    site = build(warraq, tmp_path_factory.mktemp("pairs"), texts)
    return site, serve(site.root / "Output")


def test_queries_find_what_they_must_and_nothing_that_they_must_not(visit, pairs_site):
    page = visit(pairs_site[1])
    wrong = []
    for line in PAIRS:
        query, *texts = [part.strip() for part in line[1:].split("|")]
        found = {" ".join(title.split()) for title in ask(page, pairs_site[1], query)}
        for text in texts:
            if (" ".join(text.split()) in found) != (line[0] == "+"):
                wrong.append(f"{line[0]} {query} | {text}")
    assert wrong == []


def test_the_terminal_finds_the_same(visit, pairs_site, warraq):
    page = visit(pairs_site[1])
    for query in ["غزة", "برلمان", "انتخابات", "مسؤول", "سوريا", "لبنان", "ممشى لا وجود له", "می رود", "ממשלה", "cities"]:
        result = warraq("search", query, pairs_site[0].root, "--limit", "200", "--json")
        stories = [story["title"] for story in json.loads(result.stdout)["stories"]]
        assert stories == ask(page, pairs_site[1], query), query


def test_the_exact_form_stands_first(visit, pairs_site):
    page = visit(pairs_site[1])
    for query in ["غزة", "برلمان", "كتاب", "2026", "city", "ילד"]:
        first = ask(page, pairs_site[1], query)[0]
        # Spellings that the search takes for one stand side by side: ه and ة, ک and ك, ۲ and 2, City and city.
        plain = first.lower().translate(str.maketrans("هک۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "ةك01234567890123456789"))
        assert query in re.findall(r"[a-z]+|[0-9]+|[^\W\d_a-z]+", re.sub("[\u064b-\u0652ـ]", "", plain))


# The page

NEWS = [
    ("انتخابات في مصر", "تجري الانتخابات في القاهرة والجيزة.", "2024-03-01", "topics: [مصر, سياسة]"),
    ("البرلمان يقر الموازنة", "أقر البرلمان الموازنة بعد نقاش طويل.", "2025-05-02", "topics: [اقتصاد]"),
    ("وزير يزور بغزة مستشفى", "قال الوزير إن المستشفى يحتاج إلى الوقود.", "2026-01-03", "topics: [فلسطين]"),
    ("هدنة في غزة", "بدأت الهدنة صباح اليوم، وقال <script>alert(1)</script> ناطق.", "2026-02-04", "topics: [فلسطين]"),
    ("الأمم المتحدة تدعو إلى الهدوء", "دعت الأمم المتحدة جميع الأطراف.", "2026-02-05", "topics: [عالم]"),
    ("المتحدة للطيران وأندية الأمم", "خبر آخر.", "2026-02-06", "topics: [عالم]"),
    ("Volunteers map springs", "A map of 312 springs.", "2026-02-07", "lang: en\ntopics: [عالم]"),
    ("تقرير طويل", "كلام كثير. " * 60 + "ثم إن الأمم المتحدة أصدرت بيانا. " + "كلام كثير. " * 60, "2026-02-08", "topics: [عالم]"),
] + [(f"خبر رقم {number} عن الكرة", "مباراة.", f"2023-0{1 + number % 9}-11", "topics: [رياضة]") for number in range(25)]


@pytest.fixture(scope="module")
def news_site(warraq, serve, tmp_path_factory):
    site = build(warraq, tmp_path_factory.mktemp("news"), NEWS, more="headers:\n  meta: on\n")
    return site, serve(site.root / "Output")


@pytest.fixture(scope="module")
def news(news_site):
    return news_site[1]


def test_typing_finds_and_the_address_can_be_shared(visit, news):
    page = visit(news + "search/")
    assert page.locator("input[name=q]").evaluate("field => field === document.activeElement")
    page.keyboard.type("غزة")
    # Whoever types slowly is answered before the last letter.
    page.wait_for_function("() => new URLSearchParams(location.search).get('q') === 'غزة'")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === 'نتيجتان'")
    shared = visit(page.evaluate("location.href"))
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(shared.url).query) == {"q": ["غزة"]}
    assert titles(shared) == ["هدنة في غزة", "وزير يزور بغزة مستشفى"]


def test_back_leads_to_the_query_before(visit, news):
    page = visit(news + "search/?q=%D8%BA%D8%B2%D8%A9")
    settle(page)
    # At once: who rests while typing is answered before, and that answer has the place of the query before.
    page.evaluate("() => { const form = document.querySelector('main form'); form.elements.q.value = 'البرلمان'; form.requestSubmit() }")
    page.wait_for_function("() => document.querySelector('.search-results').textContent.includes('الموازنة')")
    page.go_back()
    page.wait_for_function("() => document.querySelector('.search-results').textContent.includes('هدنة')")
    assert page.input_value("input[name=q]") == "غزة"


def test_a_query_that_was_rested_on_has_its_own_place(visit, news):
    page = visit(news + "search/")
    page.clock.install()

    def type_(query):
        page.fill("input[name=q]", query)
        page.clock.run_for(400)
        page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)

    type_("هد")
    type_("هدنة")
    page.clock.run_for(5_000)
    type_("انتخ")
    type_("انتخابات")
    page.go_back()
    page.wait_for_function("() => document.querySelector('input[name=q]').value === 'هدنة'")
    page.wait_for_function("() => document.querySelector('.search-results').textContent.includes('هدنة')")


@pytest.mark.parametrize("typed, found", [("انتخ", "انتخابات في مصر"), ("البرلم", "البرلمان يقر الموازنة"), ("مستش", "وزير يزور بغزة مستشفى"), ("volun", "Volunteers map springs")])
def test_a_beginning_finds_while_it_is_typed(visit, news, typed, found):
    page = visit(news + "search/")
    page.keyboard.type(typed)
    page.locator(f"{RESULTS} h2", has_text=found).wait_for()
    page.wait_for_function("typed => new URLSearchParams(location.search).get('q') === typed", arg=typed)
    page.locator(f"{RESULTS} h2", has_text=found).wait_for()


def test_quotation_marks_keep_words_together(visit, news):
    page = visit(news)
    assert set(ask(page, news, "الأمم المتحدة")) == {NEWS[4][0], NEWS[5][0], NEWS[7][0]}
    for query in ['"الأمم المتحدة"', "«الأمم المتحدة»", "“الأمم المتحدة”"]:
        assert set(ask(page, news, query)) == {NEWS[4][0], NEWS[7][0]}
    # The words come from the page of the story, which is read once the result is seen.
    page.locator(RESULTS, has_text="تقرير طويل").filter(has_text="الأمم المتحدة أصدرت").filter(has=page.locator("mark")).wait_for()


def test_in_the_terminal_quotation_marks_do_the_same(warraq, news_site):
    result = warraq("search", '"الأمم المتحدة"', news_site[0].root, "--json")
    assert {story["title"] for story in json.loads(result.stdout)["stories"]} == {NEWS[4][0], NEWS[7][0]}


def test_without_a_story_of_all_words_some_are_offered(visit, news):
    page = visit(news)
    assert "هدنة في غزة" in ask(page, news, "غزة الموازنة")
    assert page.locator(STATUS).inner_text().startswith("لا خبر فيه كل كلماتك")


def test_topics_years_and_order_choose(visit, news):
    page = visit(news)
    assert ask(page, news, "خبر", topic="عالم") == [NEWS[5][0]]
    assert ask(page, news, "غزة", year="2025") == []
    assert ask(page, news, "غزة البرلمان انتخابات", sort="date")[0] in {NEWS[3][0], NEWS[1][0], NEWS[0][0]}
    assert len(ask(page, news, "الكرة", year="2023")) == 25
    page.select_option("select[name=year]", "2024")
    page.wait_for_function("() => document.querySelectorAll('.search-results li').length === 0")
    assert "year=2024" in page.evaluate("location.search")


def test_numbers_agree_with_their_nouns(visit, news):
    page = visit(news)
    for query, words in [("غزة", "نتيجتان"), ("هدنة", "نتيجة واحدة"), ("الكرة", "25 نتيجة"), ("المتحدة", "3 نتائج")]:
        ask(page, news, query)
        assert page.locator(STATUS).inner_text() == words


@pytest.mark.parametrize("language, one, many", [
    ("fa-IR", "۱ نتیجه", "۱۱ نتیجه"), ("ur-PK", "1 نتیجہ", "11 نتائج"), ("he-IL", "תוצאה אחת", "11 תוצאות"),
    ("en-GB", "1 result", "11 results")])
def test_every_language_counts(visit, warraq, serve, tmp_path, language, one, many):
    settings = f"title: T\nbase-url: https://news.example\nlanguage: {language}\n"
    build(warraq, tmp_path, ["single alpha"] + [f"beta {n}" for n in range(11)], settings=settings)
    address = serve(tmp_path / "Output")
    page = visit(address)
    for query, words in [("alpha", one), ("beta", many)]:
        page.goto(f"{address}search/?q={query}")
        page.wait_for_selector(RESULTS)
        assert page.locator(STATUS).inner_text() == words


def test_results_show_date_topic_and_whole_marked_words(visit, news):
    page = visit(news)
    ask(page, news, "غزة")
    first = page.locator(RESULTS).first
    assert first.locator("time").get_attribute("datetime") == "2026-02-04"
    assert first.locator("time").inner_text() == "4 شباط 2026"
    assert first.locator(".date a").inner_text() == "فلسطين"
    assert page.locator(f"{RESULTS} h2 a > bdi > mark").all_inner_texts() == ["غزة", "بغزة"]
    link = first.locator("h2 a").get_attribute("href")
    assert page.request.get(urllib.parse.urljoin(news, link)).ok
    assert page.request.get(urllib.parse.urljoin(news, first.locator(".date a").get_attribute("href"))).ok
    ask(page, news, "springs")
    assert page.locator(f"{RESULTS} article").get_attribute("lang") == "en"
    assert page.locator(f"{RESULTS} article").get_attribute("dir") == "ltr"


def test_a_snippet_shows_the_words_around_the_match(visit, news):
    page = visit(news)
    ask(page, news, "أصدرت")
    page.wait_for_selector(f"{RESULTS} .summary mark")
    text = page.locator(f"{RESULTS} .summary").inner_text()
    assert "الأمم المتحدة أصدرت بيانا" in text and text.startswith("…") and text.endswith("…")


def test_a_snippet_of_a_page_that_is_gone_stays_as_it_is(visit, news):
    page = visit(news, expected=["404"])
    page.route("**/2026/**", lambda route: route.fulfill(status=404, body=""))
    with page.expect_response(lambda answer: "/2026/" in answer.url and "/lite/" not in answer.url):
        ask(page, news, "أصدرت")
    assert page.locator(f"{RESULTS} .summary").inner_text().startswith("كلام كثير")


def test_arrows_lead_through_the_results(visit, news):
    page = visit(news)
    ask(page, news, "غزة")
    page.focus("input[name=q]")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "هدنة في غزة"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"


def test_more_results_come_on_request_and_take_the_focus(visit, news):
    page = visit(f"{news}search/?q={urllib.parse.quote('الكرة')}")
    page.wait_for_selector(RESULTS)
    assert page.locator(RESULTS).count() == 10
    page.click(".search-more")
    page.wait_for_function("() => document.querySelectorAll('.search-results li').length === 20")
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.search-results li')[10]")


@pytest.mark.parametrize("query", [
    "غ" * 10_000, "كلمة " * 2_000, "!!! ؟ ،،، « » \" ' ״", "و", "ال", "و ف ب ك ل ال", "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>", "غزة abc שלום 12", "\u202e\u2066غزة", "#عالم", "\u0000\ud7ff", "%E0%A4", '"', '""', '"غزة',
])
def test_no_query_breaks_the_page(visit, news, query):
    page = visit(news + "search/")
    page.fill("input[name=q]", query)
    page.keyboard.press("Enter")
    settle(page)
    assert page.locator(STATUS).inner_text()
    assert page.locator(".search-error").count() == 0


@pytest.mark.parametrize("broken", ["head.txt", "mid/"])
@pytest.mark.parametrize("how", ["missing", "cut", "page"])
def test_a_broken_index_is_said_in_the_readers_language(visit, warraq, serve, tmp_path, broken, how):
    build(warraq, tmp_path, [f"خبر {number} عن غزة" for number in range(70)])
    page = visit(serve(tmp_path / "Output"), expected=["404", "Failed to load"])

    def answer(route):
        if broken not in route.request.url:
            return route.continue_()
        if how == "missing":
            return route.fulfill(status=404, body="")
        return route.fulfill(status=200, body="<!doctype html><p>سجل الدخول" if how == "page" else "warraq-sea")

    page.route("**/search/index/**", answer)
    page.goto(page.url + "search/?q=" + urllib.parse.quote("غزة"))
    page.wait_for_selector(".search-error")
    assert page.locator(STATUS).inner_text().startswith("تعذّر فتح فهرس البحث")
    page.unroute("**/search/index/**")
    page.click("button[type=submit]")
    page.wait_for_selector(RESULTS)


def test_without_script_the_page_leads_on(visit, news):
    page = visit(news + "search/", java_script_enabled=False)
    assert page.locator("noscript").count() == 1
    html = (page.content())
    assert 'action="https://duckduckgo.com/"' in html and 'value="news.example"' in html
    assert page.get_by_role("link", name="الأرشيف").first.is_visible()


def test_browsers_are_told_of_the_search(visit, news_site, warraq):
    page = visit(news_site[1])
    href = page.locator("link[rel=search]").get_attribute("href")
    text = (news_site[0].root / "Output" / href.strip("/")).read_text()
    assert 'template="https://news.example/search/?q={searchTerms}"' in text
    assert page.locator("header nav a", has_text="بحث").get_attribute("href") == "/search/"


def test_the_script_is_light(news_site):
    [script] = [path.read_bytes() for path in (news_site[0].root / "Output/assets").glob("search.*.js")]
    assert len(gzip.compress(script, 9)) <= 8192


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits(visit, news, size, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(f"{news}search/?q={urllib.parse.quote('الأمم المتحدة')}", size=size, color_scheme=scheme, bypass_csp=True)
    page.wait_for_selector(RESULTS)
    page.screenshot(path=SCREENSHOTS / f"search-{size}-{scheme}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    violations = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in violations] == []


def test_a_site_in_a_folder_of_its_host_is_searched_too(visit, warraq, serve, tmp_path):
    settings = SETTINGS.replace("https://news.example", "https://news.example/arabic")
    build(warraq, tmp_path / "site", ["هدنة في غزة"], settings=settings)
    (tmp_path / "host").mkdir()
    (tmp_path / "site/Output").rename(tmp_path / "host/arabic")
    address = serve(tmp_path / "host") + "arabic/"
    page = visit(address)
    assert ask(page, address, "غزة") == ["هدنة في غزة"]


@pytest.mark.parametrize("typed, meant, found", [
    ("مستشفا", None, NEWS[2][0]), ("المستسفى", "المستشفى", NEWS[2][0]), ("البرلان", "البرلمان", NEWS[1][0]),
    ("غزة الموازتة", "غزة الموازنة", NEWS[1][0]), ("انتحابات مصر", "انتخابات مصر", NEWS[0][0]), ("srpings", "springs", NEWS[6][0]),
    ("قغكطظ", None, None)])
def test_a_word_with_a_wrong_letter_is_asked_back(visit, news, typed, meant, found):
    page = visit(news)
    titles_ = ask(page, news, typed)
    link = page.locator(f"{STATUS} a")
    assert link.all_inner_texts() == ([f"هل تقصد «{meant}»؟"] if meant else [])
    if meant:
        link.click()
        page.wait_for_function(f"() => document.querySelector('input[name=q]')?.value === {json.dumps(meant)}")
        titles_ = titles(page)
    assert found in titles_ if found else titles_ == []


def test_on_a_phone_the_field_stands_at_the_top(visit, news):
    page = visit(f"{news}search/?q={urllib.parse.quote('الأمم المتحدة')}", size="phone")
    page.wait_for_selector(RESULTS)
    assert page.locator("input[name=q]").bounding_box()["y"] < 170
    assert page.locator(RESULTS).first.bounding_box()["y"] < 330
    assert page.get_by_role("heading", level=1).count() == 1


def test_an_address_that_is_not_there_offers_the_search(visit, news):
    page = visit(f"{news}404.html")
    page.fill("main input[name=q]", "هدنة")
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULTS)
    assert titles(page) == ["هدنة في غزة"]


# Many stories: the lists of frequent words are in two files

FREQUENT = 4200


@pytest.fixture(scope="module")
def many_site(warraq, serve, tmp_path_factory):
    def story(number):
        day = f"20{10 + number // 300}-{1 + number % 12:02}-{1 + number % 28:02}"
        title = f"رقم {number} عن الميناء" if number % 900 == 7 else f"رقم {number} عن شأن آخر"
        text = "السوق والميناء في المدينة" if number % 2 else "السوق والجسر في المدينة"
        more = "وفيها نافورة" if number in (3, 1500, 4100) else "وفيها قنطرة" if number % 650 == 9 else ""
        return title, f"{text} {more}", day

    site = build(warraq, tmp_path_factory.mktemp("many"), [story(number) for number in range(FREQUENT)])
    return site, serve(site.root / "Output")


def first_titles(page, address, query, **fields):
    page.goto(f"{address}search/?{urllib.parse.urlencode({'q': query, **fields})}")
    page.wait_for_selector(RESULTS)
    settle(page)
    return page.locator(f"{RESULTS} h2").all_inner_texts()


def test_a_frequent_word_costs_little_and_counts_all(visit, many_site):
    page, requests = visit(many_site[1]), []
    page.on("request", lambda request: requests.append(request.url) if "/search/index/" in request.url else None)
    found = first_titles(page, many_site[1], "الميناء")
    number = re.fullmatch(r"(\d+) (نتيجة|نتائج) على الأقل", page.locator(STATUS).inner_text())
    assert FREQUENT // 2 - 200 < int(number[1]) <= FREQUENT // 2
    assert all("عن الميناء" in title for title in found[:4])
    # The head, two shards of each part, and the best cards, which lie together.
    assert len(requests) <= 6 and sum("/base/t" in url for url in requests) == 1 and not any("/c" in url for url in requests)


def test_what_lies_below_the_screen_comes_when_it_is_reached(visit, many_site):
    page, requests = visit(many_site[1], size="phone"), []
    page.on("request", lambda request: requests.append(request.url) if "/base/c" in request.url else None)
    first_titles(page, many_site[1], "قنطرة")
    page.wait_for_load_state("networkidle")
    assert len(requests) < 7
    page.locator(".search-more").scroll_into_view_if_needed()
    page.wait_for_function(f"() => document.querySelectorAll('{RESULTS}').length === 7")
    assert page.locator(".search-more").is_hidden() and len(requests) <= 7


def test_frequent_words_together_find_what_has_all(visit, many_site):
    page = visit(many_site[1])
    found = first_titles(page, many_site[1], "السوق الميناء المدينة")
    assert found and all(int(title.split()[1]) % 2 for title in found)
    assert set(first_titles(page, many_site[1], "نافورة السوق")) == {f"رقم {n} عن شأن آخر" for n in (3, 1500, 4100)}
    first_titles(page, many_site[1], "الجسر الميناء")
    assert page.locator(STATUS).inner_text().startswith("لا خبر فيه كل كلماتك")


def test_filters_and_the_order_of_dates_see_the_whole_list(visit, many_site):
    page = visit(many_site[1])
    newest = first_titles(page, many_site[1], "السوق", sort="date")
    assert all(int(title.split()[1]) >= FREQUENT - 300 for title in newest)
    first_titles(page, many_site[1], "السوق", year="2012")
    assert page.locator(STATUS).inner_text() == "300 نتيجة"


def test_the_terminal_counts_the_same(many_site, warraq):
    result = warraq("search", "السوق", many_site[0].root)
    assert f"{FREQUENT:,}".replace(",", "") in result.stdout.replace(",", "")


# The terminal


def test_the_terminal_answers(warraq, news_site):
    result = warraq("search", "غزة", news_site[0].root)
    assert result.returncode == 0 and "2 stories." in result.stdout and "هدنة" in result.stdout
    assert re.search(r"2026-02-04", result.stdout)


def test_without_an_index_the_terminal_says_what_to_do(warraq, site):
    result = warraq("search", "غزة", site.root)
    assert result.returncode == 3 and "warraq build" in result.stderr
