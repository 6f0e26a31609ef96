#!/usr/bin/env python3
"""Writes src/names/tables/letters.txt, han.txt and words_ja.txt, from which names are compared.

  tools/names_gen.py UNICODE_DATA NAMES_CSV

UNICODE_DATA  the folder of the Unicode Character Database (Debian: unicode-data, folder
              /usr/share/unicode)
NAMES_CSV     the names of the IPA dictionary in EUC-JP (Debian: mecab-ipadic, file
              /usr/share/mecab/dic/ipadic/Noun.name.csv); only the readings that single characters
              have in names are taken from it, and words whose reading does not follow from their
              characters

The spellings of alphabets are ICU's (the program uconv, Debian: icu-devtools), corrected by
tools/names_letters.txt. Needs a minute; nothing of this runs while building.
"""

import bz2
import collections
import pathlib
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "names" / "tables"
OWN = ROOT / "tools" / "names_letters.txt"
MADE = "# Made by tools/names_gen.py. Do not edit.\n"

# Ranges of alphabets, syllabaries of India and South-East Asia, letter-like signs.
ALPHABETS = (
    [(0x0030, 0x003A), (0x0041, 0x005B), (0x0061, 0x007B), (0x00AA, 0x00AB), (0x00BA, 0x00BB)]
    + [(0x00C0, 0x02B0), (0x0370, 0x0400), (0x0400, 0x0530), (0x0531, 0x0588)]
    + [(0x05D0, 0x05F3), (0x0620, 0x064B), (0x0660, 0x06D4), (0x0900, 0x0E00)]
    + [(0x0E00, 0x0F00), (0x1000, 0x1100), (0x10A0, 0x1100), (0x1200, 0x1380)]
    + [(0x1780, 0x17EA), (0x1C90, 0x1CC0), (0x1E00, 0x2000), (0xFB00, 0xFB07)]
    + [(0xFB13, 0xFB50), (0xFB50, 0xFE00), (0xFE70, 0xFEFF), (0xFF10, 0xFF1A)]
    + [(0xFF21, 0xFF3B), (0xFF41, 0xFF5B)]
)
INDIC = (0x0900, 0x0E00)  # consonants with an inherent a

# Forms of one character that Unihan's strict variants do not join, as Japanese registers pair them.
SAME_FORM = """
澤沢 邊辺邉 齋斎 齊斉 髙高 﨑崎埼碕 濱浜濵 廣広 國国 櫻桜 龍竜 眞真 惠恵 瀧滝 淵渕渊 嶋島嶌 冨富 槇槙 條条 應応
圓円 鹽塩 豐豊 與与 壽寿 實実 寶宝 將将 來来 來耒 藏蔵 傳伝 澁渋 靜静 榮栄 彌弥 學学 會会 禮礼 德徳 惣惣 𠮷吉 假仮
黑黒 曾曽 檜桧 穗穂 瀨瀬 黃黄 顯顕 亞亜 假仮 關関 鐵鉄 鷗鴎 權権 觀観 歡歓 勳勲 薰薫 逸逸 祐祐 祥祥 福福 晴晴
朗朗 隆隆 郞郎 都都 藥薬 樂楽 萬万 嚴厳 曉暁 堯尭 遙遥 槙槇 驒騨 籠篭 峯峰 恆恒 熙煕 祿禄 穰穣 萠萌 螢蛍 聰聡
增増 梅梅 淸清 瀬瀨 猪猪 琢琢 神神 節節 緖緒 緑綠 縣県 莊荘 藝芸 賴頼 轉転 邦邦 鄕郷 鎭鎮 陽陽 靑青 鷄鶏 麥麦
崎嵜 柳栁桺 館舘 桑桒 土圡 橋槗 船舩 覚覺 釈釋 渋澀 縄繩 宝寳 糸絲 亀龜 磯礒 杉杦 枡桝 村邨 秋穐
戶戸 卷巻 佛仏 佐佐 嶽岳 岐岐 巖巌岩 搖揺 收収 敍叙 晝昼 晉晋 條条 步歩 氣気 浩浩 湊湊 濟済 瑤瑶 盡尽 禪禅 稻稲
""".split()

CONSONANTS = "kgsztdcjfhbpmnrywv"


def unihan(folder, name):
    rows = collections.defaultdict(dict)
    with bz2.open(folder / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t", 2)
                rows[chr(int(code[2:], 16))][field] = value
    return rows


# --- letters.txt


def own_spellings():
    spellings = {}
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            for pair in line.split():
                letter, _, spelling = pair.partition("=")
                spellings[letter] = spelling
    return spellings


def icu_spellings(letters):
    rule = "::Any-Latin; ::NFD; ::[:Mn:] Remove; ::Latin-ASCII; ::Lower;"
    made = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rule],
        input="\n".join(letters).encode(),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout.decode()
    return dict(zip(letters, made.split("\n")))


def write_letters():
    own = own_spellings()
    letters = [
        chr(code)
        for first, end in ALPHABETS
        for code in range(first, end)
        if unicodedata.category(chr(code))[0] in "LN" or unicodedata.category(chr(code)) == "Mc"
        or (unicodedata.category(chr(code)) == "Mn" and INDIC[0] <= code < 0x1100)
    ]
    made = icu_spellings(letters)
    lines = [MADE + "# letter, spelling; \"+\": an a follows unless a vowel sign does; "
             "\"-\": takes that a away; \"=\": a vowel sign\n"]
    for letter in letters:
        base = unicodedata.normalize("NFKC", letter).lower()
        plain = unicodedata.normalize("NFKD", letter).lower()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        if letter.lower() in own:
            spelling = own[letter.lower()]
        elif base in own:
            spelling = own[base]
        elif plain and all(c in own for c in plain):
            spelling = "".join(own[c] for c in plain)
        else:
            spelling = re.sub(r"[^a-z0-9]", "", made[letter].lower())
        mark = ""
        if INDIC[0] <= ord(letter) < INDIC[1]:
            name = unicodedata.name(letter, "")
            if "VOWEL SIGN" in name or "AU LENGTH MARK" in name:
                mark = "="
            elif "SIGN VIRAMA" in name or "AL-LAKUNA" in name:
                spelling, mark = "", "-"
            elif " LETTER " in name and spelling.endswith("a") and len(spelling) > 1:
                spelling, mark = spelling[:-1], "+"
        if spelling or mark or letter.lower() in own:
            lines.append(f"{ord(letter):04x} {spelling}{mark}\n")
    (TABLES / "letters.txt").write_text("".join(lines), encoding="utf-8")


# --- han.txt


def joined_forms(folder):
    """Character → the least character of those that are the same in another form."""
    parent = {}

    def root(c):
        while parent.get(c, c) != c:
            c = parent[c]
        return c

    def join(a, b):
        a, b = sorted((root(a), root(b)))
        if a != b:
            parent[b] = a

    for c, row in unihan(folder, "Variants").items():
        for field in ("kSimplifiedVariant", "kTraditionalVariant", "kZVariant"):
            for code in row.get(field, "").split():
                join(c, chr(int(code[2:].split("<")[0], 16)))
    for c, row in unihan(folder, "OtherMappings").items():
        for field in ("kJinmeiyoKanji", "kJoyoKanji"):
            for code in re.findall(r"U\+([0-9A-F]+)", row.get(field, "")):
                join(c, chr(int(code, 16)))
    for forms in SAME_FORM:
        for other in forms[1:]:
            join(forms[0], other)
    for code in list(range(0xF900, 0xFB00)) + list(range(0x2F800, 0x2FA20)):
        base = unicodedata.normalize("NFC", chr(code))
        if base != chr(code):
            join(chr(code), base)
    return root


ROMAJI = {}
for row, kana in {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ",
    "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ",
    "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ", "y": "ヤ ユ ヨ", "w": "ワ   ヲ",
}.items():
    for vowel, c in zip("aiueo", kana):
        if c != " ":
            ROMAJI[row + vowel] = c
for small, head in {"ky": "キ", "gy": "ギ", "sh": "シ", "j": "ジ", "ch": "チ", "ny": "ニ", "hy": "ヒ",
                    "by": "ビ", "py": "ピ", "my": "ミ", "ry": "リ", "jy": "ジ", "dy": "ヂ"}.items():
    for vowel, tail in zip("auo", "ャュョ"):
        ROMAJI[small + vowel] = head + tail
ROMAJI.update({"shi": "シ", "chi": "チ", "tsu": "ツ", "fu": "フ", "ji": "ジ", "n": "ン", "dzu": "ヅ"})


def to_kana(latin):
    latin, kana = latin.lower(), ""
    while latin:
        if len(latin) > 1 and latin[0] == latin[1] and latin[0] in CONSONANTS and latin[0] != "n":
            kana, latin = kana + "ッ", latin[1:]
        for size in (3, 2, 1):
            if latin[:size] in ROMAJI:
                kana, latin = kana + ROMAJI[latin[:size]], latin[size:]
                break
        else:
            return None
    return kana


VOICED = {c: unicodedata.normalize("NFC", c + "\u3099") for c in "カキクケコサシスセソタチツテトハヒフヘホ"}
HALF = {c: unicodedata.normalize("NFC", c + "\u309a") for c in "ハヒフヘホ"}


def changed_heads(reading):
    """A reading as it sounds behind another one: かわ → がわ."""
    yield reading
    for table in (VOICED, HALF):
        if reading[0] in table:
            yield table[reading[0]] + reading[1:]


def dictionary_readings(row):
    readings = []
    for field in ("kJapaneseOn", "kJapaneseKun"):
        for latin in row.get(field, "").split():
            kana = to_kana(latin)
            if kana and kana not in readings:
                readings.append(kana)
    return readings


def is_han(text):
    return all("CJK" in unicodedata.name(c, "") for c in text)


def follows(word, reading, readings):
    if not word:
        return not reading
    for each in readings.get(word[0], ()):
        for form in changed_heads(each):
            if reading.startswith(form) and follows(word[1:], reading[len(form):], readings):
                return True
    return False


def name_readings(csv, readings):
    """Adds to `readings` what characters are read as in names; words that remain are returned."""
    names = set()
    for line in csv.read_text(encoding="euc_jp").splitlines():
        cells = line.split(",")
        word, reading = cells[0], cells[11].replace("ー", "ウ")
        if cells[6] == "人名" and is_han(word) and 1 <= len(word) <= 4 and cells[7] in "姓名":
            names.add((word, reading))
    support = collections.Counter()
    for word, reading in sorted(names):
        if len(word) == 1:
            support[word, reading] += 2
        if len(word) != 2:
            continue
        for known, other, at in ((word[0], word[1], 0), (word[1], word[0], 1)):
            for each in readings.get(known, ()):
                rest = None
                if at == 0 and reading.startswith(each):
                    rest = reading[len(each):]
                elif at == 1:
                    for form in changed_heads(each):
                        if reading.endswith(form):
                            rest = reading[: -len(form)]
                if rest and len(rest) <= 4 and rest[0] not in "ンッャュョァィゥェォ":
                    support[other, rest] += 1
    for (character, reading), count in sorted(support.items()):
        if count >= 3 and reading not in readings[character]:
            readings[character].append(reading)
    return sorted(pair for pair in names if len(pair[0]) > 1 and
                  not follows(pair[0], pair[1], readings))


def plain_pinyin(row):
    found = []
    sources = [row.get("kMandarin", "")]
    sources += [re.sub(r"\([0-9]+\)", "", row.get("kHanyuPinlu", ""))]
    for text in sources:
        for syllable in text.split():
            plain = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
            plain = "".join(c for c in plain if c.isascii() and c.isalpha())
            if plain and plain not in found:
                found.append(plain)
    return found


def jyutping(row):
    """Cantonese readings without their tones."""
    found = []
    for syllable in row.get("kCantonese", "").split():
        plain = syllable.rstrip("123456")
        if plain and plain not in found:
            found.append(plain)
    return found


def is_common(row):
    """Among the 3,500 of the first level of the Table of General Standard Characters (2013)."""
    return any(int(each.split(":")[1]) <= 3500 for each in row.get("kTGH", "").split())


# Family names that are read in their own way (Xiandai Hanyu Cidian marks these readings as names).
SURNAME_PINYIN = {"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha",
                  "任": "ren", "华": "hua", "盖": "ge", "尉": "yu", "区": "ou", "缪": "miao",
                  "翟": "zhai", "乐": "yue", "覃": "qin", "員": "yun", "洗": "xian", "令": "ling"}
# The readings of family names that Unihan lacks.
SURNAME_HANGUL = {"金": ["김"], "李": ["이"], "柳": ["유"], "車": ["차"]}


def write_han(folder, csv):
    root = joined_forms(folder)
    rows = unihan(folder, "Readings")
    common = {c for c, row in unihan(folder, "OtherMappings").items() if is_common(row)}
    readings = collections.defaultdict(list)
    for c, row in rows.items():
        readings[c] = dictionary_readings(row)
    words = name_readings(csv, readings)
    lines = [MADE + "# character, its least form, pinyin, hangul, kana, jyutping; - for none; "
             "+ when it is common\n"]
    registered = {c for forms in SAME_FORM for c in forms}
    for c in sorted(set(rows) | set(readings) | registered):
        row = rows[c]
        hangul = [each.split(":")[0] for each in row.get("kHangul", "").split()]
        pinyin = plain_pinyin(row)
        pinyin += [p for p in [SURNAME_PINYIN.get(c)] if p and p not in pinyin]
        hangul += [h for h in SURNAME_HANGUL.get(c, []) if h not in hangul]
        if c not in registered and not (hangul or readings[c] or pinyin):
            continue
        if c not in registered and not (hangul or readings[c]) and root(c) == c and \
                not {"kHanyuPinlu", "kTGH", "kTGHZ2013"} & set(row):
            continue  # only in dictionaries
        columns = (pinyin, hangul, readings[c], jyutping(row))
        cells = [c, root(c)] + [",".join(x) or "-" for x in columns] + ["+"] * (c in common)
        lines.append("\t".join(cells) + "\n")
    (TABLES / "han.txt").write_text("".join(lines), encoding="utf-8")
    text = "".join(f"{word}\t{reading}\n" for word, reading in words)
    (TABLES / "words_ja.txt").write_text(MADE + text, encoding="utf-8")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write_letters()
    write_han(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))


if __name__ == "__main__":
    main()
