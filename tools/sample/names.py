"""Invented people for the sample: family names that mean "example" in many languages.

Everybody, honest or not, is drawn from this one table, so that nothing in the sample depends on
where a name comes from.
"""

import unicodedata

# (country of residence, hours from UTC, family names, given names, family name first)
CULTURES = [
    ("JP", 9, ["見本", "例田", "試野"], ["花恵", "一樹", "美咲", "健二", "直子", "陽介", "千尋"], True),
    ("JP", 9, ["ミホン", "レイダ"], ["ハナエ", "カズキ", "リョウタ", "ショウコ", "ユミ"], True),
    ("KR", 9, ["견본", "예시"], ["민서", "지호", "하윤", "도현", "수아", "예린"], True),
    ("CN", 8, ["范例", "样本"], ["雪梅", "建国", "晓明", "丽华", "志强"], True),
    ("VN", 7, ["Vídụ"], ["Minh Anh", "Quang Hải", "Thu Trang", "Ngọc Lan", "Văn Nam"], True),
    ("TH", 7, ["ตัวอย่าง"], ["ศิริพร", "อนันต์", "มาลี", "สมชาย"], False),
    ("ID", 7, ["Contohputra", "Contohwati"], ["Dewi", "Budi", "Sari", "Agus"], False),
    ("PH", 8, ["Halimbawa"], ["Jose", "Maricel", "Andres", "Liza", "Paolo"], False),
    ("IN", 5, ["Udaharan", "Namunakar"], ["Asha", "Ravi", "Meera", "Arjun"], False),
    ("PK", 5, ["Misali"], ["Ayesha", "Bilal", "Sana", "Hamza"], False),
    ("IR", 4, ["Nemunei"], ["Leila", "Reza", "Shirin", "Omid"], False),
    ("EG", 2, ["مثال"], ["ليلى", "كريم", "سلمى", "ياسر"], False),
    ("IL", 2, ["Dugmatov"], ["Noa", "Eitan", "Tamar", "Yonatan"], False),
    ("TR", 3, ["Örnekler"], ["Elif", "Deniz", "Can"], False),
    ("UA", 2, ["Зразко", "Прикладенко"], ["Оксана", "Тарас", "Дарина", "Богдан"], False),
    ("PL", 1, ["Przykładowska", "Przykładek"], ["Zofia", "Marek", "Hanna", "Piotr"], False),
    ("DE", 1, ["Mustermann", "Beispiel"], ["Erika", "Jonas", "Petra"], False),
    ("FR", 1, ["Lexemple", "Spécimen"], ["Amélie", "Théo", "Inès"], False),
    ("SE", 1, ["Exempelsson"], ["Åsa", "Nils", "Linnea", "Erik"], False),
    ("FI", 2, ["Esimerkki"], ["Aino", "Eero", "Helmi", "Väinö"], False),
    ("GR", 2, ["Παράδειγμας"], ["Ελένη", "Νίκος", "Μαρία", "Γιώργος"], False),
    ("GB", 0, ["Placeholder", "Samplewood"], ["Mina", "Oliver", "Grace"], False),
    ("ES", 1, ["Ejemplo", "Muestra"], ["Lucía", "Álvaro", "Carmen", "Íker"], False),
    ("NG", 1, ["Apeere", "Misalido"], ["Chidi", "Ngozi", "Bola"], False),
    ("KE", 3, ["Mfano"], ["Wanjiru", "Otieno", "Achieng", "Kamau"], False),
    ("ZA", 2, ["Isibonelo"], ["Thandi", "Sipho", "Nomsa", "Bongani"], False),
    ("ET", 3, ["Misale"], ["Hanna", "Dawit", "Selam", "Yonas"], False),
    ("BR", -3, ["Exemplo", "Amostra"], ["Camila", "Thiago", "Luana"], False),
    ("MX", -6, ["Muestrario"], ["Valeria", "Diego", "Ximena", "Raúl"], False),
    ("CO", -5, ["Prototipo"], ["Juliana", "Mateo", "Paola", "Andrés"], False),
    ("US", -5, ["Testwright", "Specimen"], ["Dana", "Marcus", "Kayla"], False),
    ("CA", -5, ["Dummyfield"], ["Emma", "Liam", "Chloe", "Ethan"], False),
    ("AU", 10, ["Examplethorpe"], ["Ruby", "Jack", "Isla", "Cooper"], False),
]

# Half-width kana as Japanese bank transfers write them.
_HALF_WIDTH = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)
}


def person(random):
    """(name, country, hours from UTC) of one invented person."""
    country, offset, families, givens, family_first = random.choice(CULTURES)
    parts = [random.choice(families), random.choice(givens)]
    if not family_first:
        parts.reverse()
    return " ".join(parts), country, offset


def as_a_bank_writes(name, random):
    """The same name as a bank might store it: other case, width or order."""
    kana = unicodedata.normalize("NFD", name)
    kana = kana.replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
    if all("ァ" <= c <= "ヶ" or c in " ﾞﾟ" for c in kana):
        large = kana.translate(str.maketrans("ァィゥェォッャュョ", "アイウエオツヤユヨ"))
        return "".join(_HALF_WIDTH.get(c, c) for c in large)
    style = random.randrange(3)
    if style == 0:
        return name
    if style == 1:
        return name.upper()
    return " ".join(reversed(name.split())) if len(name.split()) == 2 else name
