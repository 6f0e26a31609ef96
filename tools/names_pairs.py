#!/usr/bin/env python3
"""Writes labelled pairs of made-up names, spelled by the published rules of romanisation.

  tools/names_pairs.py [--pairs N] [--seed S] > pairs.csv
  sekisho names --pairs pairs.csv

Hangul, hanja and kana against Latin letters, and Korean names in Latin letters against each other,
spelled by two systems. It shares nothing with the program: the rules are written here a second
time, letter by letter. Matches: one name, spelled by a system that is drawn. Not matches: another
name with the same family name (half), or another name altogether.

Rules: Revised Romanisation (notice 2000-8 of the Ministry of Culture and Tourism), McCune and
Reischauer 1939, the DPRK's rules of 1992, family names as people usually spell them; Hepburn,
Kunrei (Cabinet notification 1 of 1954), spelling of Japanese passports (long vowels left out or
written oh).
"""

import argparse
import csv
import random
import sys

RR = (
    "g kk n d tt r m b pp s ss - j jj ch k t p h".split(),
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
    "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(),
)
MR = (
    "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h".split(),
    "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(),
    RR[2],
)
DPRK = (
    "k kk n t tt r m p pp s ss - j jj ch kh th ph h".split(),
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(),
    RR[2],
)
USUAL = {"김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jung", "강": "Kang",
         "조": "Cho", "윤": "Yoon", "장": "Jang", "임": "Lim", "한": "Han", "오": "Oh",
         "서": "Seo", "신": "Shin", "권": "Kwon", "황": "Hwang", "안": "Ahn", "송": "Song",
         "류": "Ryu", "전": "Jeon", "홍": "Hong", "고": "Ko", "문": "Moon", "양": "Yang",
         "손": "Son", "배": "Bae", "백": "Baek", "허": "Hur", "남": "Nam", "심": "Shim",
         "노": "Roh", "하": "Ha", "곽": "Kwak", "성": "Sung", "차": "Cha", "주": "Joo",
         "우": "Woo", "구": "Koo", "민": "Min", "유": "Yoo"}  # fmt: skip
USUAL_GIVEN = {"수": "soo", "훈": "hoon", "영": "young", "은": "eun", "철": "chul", "성": "sung",
               "현": "hyun", "준": "joon", "서": "suh", "연": "yeon", "경": "kyung", "희": "hee",
               "우": "woo", "정": "jung", "광": "kwang", "선": "sun", "순": "soon", "국": "kook",
               "혁": "hyuk", "범": "bum", "석": "suk", "윤": "yoon", "주": "joo",
               "기": "ki"}  # fmt: skip
NORTH = {"이": "리", "임": "림", "노": "로", "유": "류", "양": "량"}
GIVEN = """
민 수 지 훈 영 호 은 철 성 현 준 서 연 미 경 희 진 우 혜 정 상 태 동 광 재 명 선 옥 순 일 남 국 용 혁 범 석
윤 하 나 라 빈 원 주 인 기
""".split()
HANJA = {"김": "金", "이": "李", "박": "朴", "최": "崔", "정": "鄭", "강": "姜", "조": "趙",
         "윤": "尹", "장": "張", "임": "林", "한": "韓", "오": "吳", "서": "徐", "신": "申",
         "권": "權", "황": "黃", "안": "安", "송": "宋", "전": "全", "홍": "洪", "고": "高",
         "문": "文", "양": "梁", "손": "孫", "배": "裵", "백": "白", "허": "許", "남": "南",
         "노": "盧", "하": "河", "곽": "郭", "성": "成", "차": "車", "우": "禹", "구": "具",
         "민": "閔", "유": "劉"}  # fmt: skip
HANJA_GIVEN = {"민": "民", "수": "洙", "지": "智", "훈": "勳", "영": "英", "호": "浩", "은": "恩",
               "철": "哲", "성": "成", "현": "賢", "준": "俊", "서": "瑞", "연": "姸", "미": "美",
               "경": "京", "희": "姬", "진": "珍", "우": "宇", "혜": "惠", "정": "貞", "상": "相",
               "태": "泰", "동": "東", "광": "光", "재": "在", "명": "明", "선": "善", "옥": "玉",
               "순": "順", "일": "一", "남": "男", "국": "國", "용": "龍", "범": "範",
               "석": "錫", "윤": "潤", "원": "元", "주": "珠", "인": "仁", "기": "基"}  # fmt: skip

FAMILY_KANA = """
ヤマダ サトウ スズキ タナカ イトウ ワタナベ ナカムラ コバヤシ オオノ
カトウ ヨシダ ササキ ヤマモト マツモト イノウエ キムラ ハヤシ シミズ
サイトウ モリ イケダ ハシモト アベ イシカワ マエダ フジタ オガワ ゴトウ
オカダ ハセガワ ムラカミ コンドウ イシイ サカモト エンドウ アオキ フジイ
ニシムラ フクダ オオタ ミウラ フジワラ オカモト マツダ ナカガワ ホンマ
ツチヤ シンドウ キョウゴク ジョウノ
""".split()
GIVEN_KANA = """
タロウ ハナコ ケンジ ヨウコ ショウタ ユウキ シンイチ ジュンコ リョウタ
チヅル フミコ ケイスケ コウジ サオリ マサヒロ ヒロシ ナオミ トモコ カズオ
ミツコ リョウスケ シズカ シュンスケ キョウコ ツトム ヤスシ ユキ アキラ
シンペイ ジロウ シゲル チカ
""".split()
HEPBURN = {}
for _row, _kana in {"": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ",
                    "z": "ザジズゼゾ", "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ",
                    "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
                    "r": "ラリルレロ"}.items():  # fmt: skip
    HEPBURN.update({c: _row + v for c, v in zip(_kana, "aiueo")})
HEPBURN.update({"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ン": "n"})
KUNREI = dict(HEPBURN)
KUNREI.update({"ヂ": "zi", "ヅ": "zu", "ジ": "zi"})
HEPBURN.update({"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu"})
HEPBURN.update({"ジ": "ji", "ヂ": "ji", "ヅ": "zu"})
LABIALS = set("バビブベボパピプペポマミムメモ")


def syllable(character, system):
    code = ord(character) - 0xAC00
    onset, vowel, coda = code // 588, code // 28 % 21, code % 28
    return (system[0][onset] + system[1][vowel] + system[2][coda]).replace("-", "")


def spell_korean(family, given, rng):
    """A Latin spelling of a name in hangul by a system that is drawn."""
    system = rng.choice([RR, MR, DPRK])
    if rng.random() < 0.6:
        first = USUAL.get(family, syllable(family, RR).title())
    else:
        north = NORTH.get(family, family) if system is DPRK else family
        first = syllable(north, system).title()
    parts = [syllable(c, system) for c in given]
    last = rng.choice(["-".join(parts), "".join(parts), " ".join(p.title() for p in parts)]).title()
    return rng.choice([f"{first} {last}", f"{last} {first}", f"{first.upper()}, {last}"])


def spell_usually(family, given, rng):
    """As people spell their names on passports, whatever the rules say."""
    parts = [USUAL_GIVEN.get(c, syllable(c, RR)) for c in given]
    last = rng.choice(["-".join(parts), "".join(parts), " ".join(parts)]).title()
    return rng.choice([f"{USUAL[family]} {last}", f"{last} {USUAL[family]}"])


def spell_by_rule(family, given, system, rng):
    parts = [syllable(c, system) for c in given]
    last = rng.choice(["-".join(parts), "".join(parts), " ".join(parts)]).title()
    north = NORTH.get(family, family) if system is DPRK else family
    first = syllable(north, system).title()
    return rng.choice([f"{first} {last}", f"{last} {first}", f"{first.upper()}, {last}"])


def spell_kana(kana, rng):
    table, system = rng.choice([(HEPBURN, "h"), (KUNREI, "k"), (HEPBURN, "p")])
    text = ""
    for i, c in enumerate(kana):
        if c in "ャュョ":
            head = text[:-1]
            glide = {"ャ": "a", "ュ": "u", "ョ": "o"}[c]
            text = head + (glide if head.endswith(("sh", "ch", "j")) else "y" + glide)
        elif c == "ン" and system == "p" and kana[i + 1 : i + 2] in LABIALS:
            text += "m"
        else:
            text += table[c]
    long = rng.choice(["keep", "short", "mark"]) if system != "p" else rng.choice(["short", "oh"])
    if long == "short":
        text = text.replace("ou", "o").replace("oo", "o").replace("uu", "u")
    elif long == "mark":
        text = text.replace("ou", "ō").replace("oo", "ō").replace("uu", "ū")
    elif long == "oh":
        text = text.replace("ou", "oh").replace("oo", "oh").replace("uu", "u")
    return text.title()


def half_width(kana):
    """As Japanese banks write it: half-width, small kana enlarged, voicing marks apart."""
    import unicodedata  # noqa: PLC0415

    full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンー"
    half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｰ"
    table = dict(zip(full, half)) | {"\u3099": "ﾞ", "\u309a": "ﾟ"}
    large = kana.translate(str.maketrans("ャュョッ", "ヤユヨツ"))
    return "".join(table[c] for c in unicodedata.normalize("NFD", large))


def korean(rng, families):
    family = rng.choice(families)
    given = "".join(rng.sample(GIVEN, 2))
    return family, given


def pair_korean(rng):
    family, given = korean(rng, list(USUAL))
    written = rng.choice([family + given, f"{family} {given}"])
    if rng.random() < 0.5:
        return written, spell_korean(family, given, rng), True
    other = korean(rng, [family] if rng.random() < 0.5 else list(USUAL))
    return written, spell_korean(*other, rng), other == (family, given)


def pair_latin(rng):
    """Two Latin spellings, each by another system."""
    family, given = korean(rng, list(USUAL))
    other = family, given
    if rng.random() < 0.5:
        other = korean(rng, [family] if rng.random() < 0.5 else list(USUAL))
    systems = rng.sample([RR, MR, DPRK, None], 2)
    names = [
        spell_by_rule(*name, system, rng) if system else spell_usually(*name, rng)
        for name, system in zip([(family, given), other], systems)
    ]
    return *names, other == (family, given)


def pair_hanja(rng):
    family = rng.choice(list(HANJA))
    given = "".join(rng.sample(list(HANJA_GIVEN), 2))
    written = HANJA[family] + "".join(HANJA_GIVEN[c] for c in given)
    if rng.random() < 0.5:
        latin = rng.random() < 0.7
        return written, spell_korean(family, given, rng) if latin else family + given, True
    other_family = family if rng.random() < 0.5 else rng.choice(list(HANJA))
    other = "".join(rng.sample(list(HANJA_GIVEN), 2))
    match = (other_family, other) == (family, given)
    return written, spell_korean(other_family, other, rng), match


def pair_kana(rng):
    family, given = rng.choice(FAMILY_KANA), rng.choice(GIVEN_KANA)
    written = f"{family} {given}"
    if rng.random() < 0.5:
        written = f"{half_width(family)} {half_width(given)}"
    other_family, other_given, match = family, given, True
    if rng.random() < 0.5:
        other_family = family if rng.random() < 0.5 else rng.choice(FAMILY_KANA)
        other_given = rng.choice(GIVEN_KANA)
        match = (other_family, other_given) == (family, given)
    parts = [spell_kana(other_family, rng), spell_kana(other_given, rng)]
    return written, " ".join(rng.sample(parts, 2)), match


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=30000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=["hangul", "hanja", "kana", "latin"])
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    makers = {"hangul": pair_korean, "hanja": pair_hanja, "kana": pair_kana}
    only = makers | {"latin": pair_latin}
    chosen = [only[arguments.only]] if arguments.only else list(makers.values())
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["name1", "name2", "is_match"])
    for number in range(arguments.pairs):
        name1, name2, match = chosen[number % len(chosen)](rng)
        writer.writerow([name1, name2, "true" if match else "false"])


if __name__ == "__main__":
    main()
