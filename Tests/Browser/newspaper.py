"""A newspaper of any size, made by chance from the sample articles: the same for the same seed, and nothing in it is tidy."""

import json
import random
import re

from conftest import ROOT, SETTINGS

# What a story of each language is made of: a sample article, or a few lines where there is none.
SOURCES = {
    "ar": None,
    "fa": "shiraz-children-books.txt",
    "en": "mountain-springs.txt",
    "he": "ועדת הנמלים אישרה אתמול את תוכנית המעבורות החדשה, שתחבר חמש ערי חוף במזרח הים התיכון מדי שבוע. "
    "ראשי הערים אמרו כי ההפלגות הראשונות ייצאו באביב, לאחר שיסתיים שיפוץ הרציפים הישנים. "
    "הדייגים ביקשו לשמור להם מקום ליד שובר הגלים, והוועדה הבטיחה להשיב להם בתוך חודש.",
    "ur": "بندرگاہوں کی کمیٹی نے کل نئے جہازوں کے منصوبے کی منظوری دی جو ہر ہفتے پانچ ساحلی شہروں کو آپس میں ملائے گا۔ "
    "شہروں کے سربراہوں نے کہا کہ پہلا سفر بہار میں شروع ہوگا جب پرانے گھاٹوں کی مرمت مکمل ہو جائے گی۔ "
    "ماہی گیروں نے درخواست کی کہ ان کے لیے جگہ باقی رکھی جائے اور کمیٹی نے ایک ماہ میں جواب دینے کا وعدہ کیا۔",
}
TOPICS = ["سوريا", "روسيا", "اقتصاد", "مصارف", "رياضة", "كرة القدم", "ثقافة", "علوم", "بيئة", "C++ والبرمجة"]
PARENTS = {"مصارف": "اقتصاد", "كرة القدم": "رياضة"}
PEOPLE = ["رنا الخوري", "سالم المصري", "نرگس فرهادی", "Hannah Weir", "O'Neill & Sons", "هدى"]
# What may stand in a headline and tries every door.
ODDITIES = [
    "BBC: ", "«عاجل» ", "C++ و#Syria_2026: ", "3-1: ", '"<b>غامق</b>" ', "]]></title> & ", "لِلْمُؤَسَّسَةِ ", "كتـــاب ", "+963 11 223 4567 ",
    "\u202bيمين\u202c ", "50% ", "\U0001f468\u200d\U0001f469\u200d\U0001f467 ",
]
LABELS = ["urgent", "exclusive", "update", "opinion", "analysis", "sponsored"]
KINDS = ["news", "report", "opinion", "analysis", "interview", "feature"]


def write_newspaper(site, count, seed=7):
    """Writes settings, topics, static pages, photos and `count` stories of 500 days before 24 November 2026."""
    dice = random.Random(seed)
    site.write("Content/site.yaml", SETTINGS + "description: كل ما يحدث، بالترتيب\npage-size: 20\n")
    site.write("Content/topics.yaml", "topics:\n" + "".join(topic(name) for name in TOPICS))
    for policy in ["ethics", "ownership", "corrections"]:
        site.write(f"Content/Pages/{policy}-policy.md", f"---\ntitle: وعدنا لكم {policy}\npolicy: {policy}\n---\n\n{stock('ar')[0]}\n")
    site.write("Content/Pages/about.md", f"---\ntitle: About us\nlang: en\n---\n\n{stock('en')[0]}\n")
    photos = sorted((ROOT / "Content/Images").glob("*.jpg"))
    for photo in photos:
        site.write(f"Content/Images/{photo.name}", photo.read_bytes())
    for number in range(count):
        language = dice.choices(list(SOURCES), [92, 2, 3, 1, 1])[0]
        lines = front_matter(number, language, [photo.name for photo in photos], dice)
        site.write(f"Content/Stories/{number // 100}/خبر-{number}.md", "---\n" + "\n".join(lines) + "\n---\n\n" + body(language, dice))
    return site


def topic(name):
    parent = f"    parent: {PARENTS[name]}\n" if name in PARENTS else ""
    kind = "    kind: place\n" if name in ("سوريا", "روسيا") else ""
    return f"  - name: {json.dumps(name, ensure_ascii=False)}\n    description: أخبار {name} وما حولها\n{parent}{kind}"


def stock(language):
    """Sentences of a language."""
    source = SOURCES[language]
    if source is None:
        samples = sorted((ROOT / "Content/Articles").glob("*.txt"))
        texts = [path.read_text() for path in samples if path.name not in SOURCES.values() and not path.name.startswith("0")]
    else:
        texts = [(ROOT / "Content/Articles" / source).read_text() if source.endswith(".txt") else source]
    lines = [line for text in texts for line in text.splitlines() if len(line) > 70 and not line.startswith(("-", "•", ">"))]
    return [part for line in lines for part in re.split(r"(?<=[.؟۔!]) +", line) if len(part) > 40]


def body(language, dice):
    sentences = STOCK.setdefault(language, stock(language))
    paragraphs = [" ".join(dice.choices(sentences, k=dice.randint(1, 4))) for _ in range(dice.randint(2, 14))]
    if dice.random() < 0.3:
        paragraphs.insert(1, f"## {dice.choice(sentences)[:50]}")
    if dice.random() < 0.2:
        paragraphs.append(f"> {dice.choice(sentences)}")
    if dice.random() < 0.1:
        paragraphs.append("\n".join(f"- {dice.choice(sentences)[:60]}" for _ in range(3)))
    return "\n\n".join(paragraphs) + "\n"


STOCK = {}


def front_matter(number, language, photos, dice):
    sentences = STOCK.setdefault(language, stock(language))
    oddity = dice.choice(ODDITIES) if language == "ar" and dice.random() < 0.15 else ""
    words = dice.choice(sentences).split()[:dice.randint(4, 12)]
    day = 500 - number * 500 // 1000 if number < 1000 else 0
    lines = [f"title: {quoted(oddity + ' '.join(words))}", f"date: {date(day, dice)}"]
    if language != "ar":
        lines.append(f"lang: {language}")
    lines.append(f"topics: [{', '.join(quoted(name) for name in dice.sample(TOPICS, dice.randint(0, 3)))}]")
    may = lambda chance, line: lines.append(line) if dice.random() < chance else None
    may(0.3, f"kicker: {quoted(' '.join(words[:2]))}")
    may(0.4, f"deck: {quoted(dice.choice(sentences))}")
    may(0.1, f"label: {dice.choice(LABELS)}")
    may(0.4, f"kind: {dice.choice(KINDS)}")
    may(0.6, f"byline: [{', '.join(quoted(name) for name in dice.sample(PEOPLE, dice.randint(1, 2)))}]")
    may(0.2, f"dateline: {quoted(words[0])}")
    may(0.5, "sources: [سانا, Reuters]")
    may(0.05, f"aliases: [/old/{number}.html, /قديم/{number}/]")
    may(0.1, f"series: سلسلة {number % 3}")
    may(0.1, f"id: n{number % 40}")
    may(0.1, f"updated: {date(max(day - 1, 0), dice)}")
    may(0.05, f"corrections:\n  - date: {date(max(day - 2, 0), dice)}\n    kind: correction\n    text: {quoted(dice.choice(sentences))}")
    may(0.5, f"image:\n  file: {dice.choice(photos)}\n  alt: {quoted(' '.join(words))}\n  caption: {quoted(dice.choice(sentences))}\n"
             "  credit: EPA/YAHYA ARHAB")
    return lines


def date(days_before, dice):
    import datetime

    day = datetime.date(2026, 11, 23) - datetime.timedelta(days=days_before)
    return f"{day}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}{dice.choice(['Z', '+03:00', '-05:00'])}" if dice.random() < 0.7 else str(day)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)
