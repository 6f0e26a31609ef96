#!/usr/bin/env python3
"""Writes the example tables below examples/tables: invented people, always the same bytes.

  tools/make_tables.py           writes them
  tools/make_tables.py --check   says whether they are up to date
"""

import csv
import datetime
import io
import pathlib
import sys

from made_files import write_or_check

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "examples/tables"
EXCEL_START = datetime.datetime(1899, 12, 30)
USERS = [
    # number, id, name, e-mail, phone, kind, registered
    (1, "hanako_m", "見本 花子", "hanako@example.com", "+81-3-5550-0101", "受注者", "2025/11/4 10:12"),
    (2, "taro_r", "例 太郎", "taro@example.com", "+81-3-5550-0102", "受注者", "2025/12/1 9:30"),
    (3, "jiro_s", "仮名 次郎", "jiro@example.com", "+81-3-5550-0103", "受注者", "2026/1/15 20:05"),
    (4, "misaki_t", "髙橋 仮名", "misaki@example.com", "+81-3-5550-0104", "受注者", "2026/2/2 8:00"),
    (5, "kaisha_a", "見本商会①", "office@example.com", "+81-3-5550-0105", "発注者", "2025/6/1 9:00"),
    (6, "kaisha_b", "例示製作所", "info@example.com", "+81-3-5550-0106", "発注者", "2025/7/1 9:00"),
]


def users(later):
    rows = []
    for number, name_id, name, mail, phone, kind, registered in USERS:
        updated = registered
        if later and number == 4:  # she married; her bank knows
            name, updated = "見本 仮名", "2026/4/10 12:00"
        if later and number == 3:
            mail, phone = "j.new@example.com", "+81-3-5550-0133"
            updated = "2026/4/20 2:14"
        if later and number == 6:
            continue  # closed its account
        rows.append([number, name_id, name, mail, phone, "JP", "-", kind, registered, updated, ""])
    if later:
        rows.append([7, "shin_k", "新規 入子", "shin@example.com", "+81-3-5550-0107", "JP", "-",
                     "受注者", "2026/4/18 21:40", "2026/4/18 21:40", "紹介"])  # fmt: skip
    return ["会員番号", "会員ID", "氏名", "メール", "電話番号", "居住国", "国籍", "種別", "登録日時",
            "更新日時", "備考"], rows  # fmt: skip


def banks(later):
    rows = [
        [1, "見本銀行", "001-1000001", "ミホン　ハナコ", "2025/11/5 9:00", ""],
        [2, "見本銀行", "001-1000002", "レイ　タロウ", "2025/12/2 9:00", ""],
        [3, "例示銀行", "002-2000003", "カメイ　ジロウ", "2026/1/16 9:00", ""],
        [4, "例示銀行", "002-2000004", "タカハシ　カメイ", "2026/2/3 9:00", ""],
    ]
    if later:
        rows[2] = [3, "見本銀行", "001-1000002", "レイ　タロウ", "2026/1/16 9:00", "2026/4/20 2:20"]
        rows[3] = [4, "例示銀行", "002-2000004", "ミホン　カメイ", "2026/2/3 9:00", "2026/4/12 9:00"]
    return ["会員番号", "銀行名", "口座番号", "口座名義", "登録日時", "更新日時"], rows


def logins():
    rows = []
    for day in range(1, 29):
        rows.append([1, f"2026/4/{day} 9:{day:02}:05", "192.0.2.10", "d-hanako", "成功"])
        rows.append([2, f"2026/4/{day} 10:{day:02}:10", "198.51.100.20", "d-taro", "成功"])
        rows.append([4, f"2026/4/{day} 8:{day:02}:30", "203.0.113.40", "d-misaki", "成功"])
    for hour in range(4):  # an evening behind changing addresses
        rows.append([3, f"2026/4/20 2:{10 + hour * 12}:00", f"198.51.100.{90 + hour}", "d-taro",
                     "成功"])  # fmt: skip
    rows.append([3, "2026/4/21 3:00:00", "198.51.100.95", "d-taro", "失敗"])
    rows.append([9, "2026/4/21 4:00:00", "198.51.100.96", "d-9", "成功"])  # nobody in the tables
    rows.append([1, "4/22/2026 9:00", "192.0.2.10", "d-hanako", "成功"])  # typed by hand
    return ["番号", "会員番号", "日時", "IPアドレス", "端末ID", "結果"], number(rows)


def reviews():
    rows = [[5, 1, "p-1", 5, "丁寧な仕事でした。", "2026年4月3日 18:00"],
            [5, 2, "p-2", 4, "期日どおり, 助かりました。", "2026年4月9日 18:30"],
            [6, 4, "p-3", 5, "次も頼みます。\n「早い」です。", "2026年4月15日 12:00"]]  # fmt: skip
    return ["番号", "評価者", "被評価者", "案件番号", "点数", "コメント", "投稿日時"], number(rows)


def bids():
    rows = []
    for day in range(1, 21):
        who = (1, 2, 4)[day % 3]
        moment = datetime.datetime(2026, 4, day, 11, 30) - EXCEL_START
        rows.append([who, f"p-{100 + day}", "ウェブ", 80000 + 1000 * day, f"第{day}案です。",
                     f"{moment / datetime.timedelta(days=1):.6f}"])  # fmt: skip
    return ["番号", "会員番号", "案件番号", "分類", "金額", "提案文", "応募日時"], number(rows)


def number(rows):
    return [[i, *row] for i, row in enumerate(rows, 1)]


def table(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("cp932")


def tables():
    made = {
        "users_20260401.csv": table(*users(False)),
        "users_20260501.csv": table(*users(True)),
        "banks_20260401.csv": table(*banks(False)),
        "banks_20260501.csv": table(*banks(True)),
        "logins.csv": table(*logins()),
        "reviews.csv": table(*reviews()),
        "bids.csv": table(*bids()),
    }
    # A byte that is no CP932, as a cut text leaves it.
    made["logins.csv"] += b"999,1,2026/4/23 9:00:00,192.0.2.10,d-\x82\r\n"
    return made


if __name__ == "__main__":
    sys.exit(write_or_check(FOLDER, tables()))
