"""Makes files of any size to measure on: AED lists that conform, with one fault in every hundred rows."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from gif_validate.models.index import model

CODE, PLACE = "192074", ("山梨県", "韮崎市")


def row(number: int) -> dict[str, str]:
    """A record of the municipal AED list; every hundredth has a time without its zero."""
    return {
        "全国地方公共団体コード": CODE,
        "ID": f"FF{number:010d}",
        "地方公共団体名": "".join(PLACE),
        "名称": f"第{number}公民館",
        "名称_カナ": f"ダイ{number}コウミンカン",
        "所在地_全国地方公共団体コード": CODE,
        "所在地_連結表記": f"山梨県韮崎市本町三丁目{number % 90 + 1}-{number % 7 + 1}",
        "所在地_都道府県": PLACE[0],
        "所在地_市区町村": PLACE[1],
        "緯度": f"35.{700000 + number % 90000}",
        "経度": f"138.{400000 + number % 90000}",
        "設置位置": "玄関, 受付の左" if number % 3 else "1階事務室",
        "電話番号": f"0551-22-{number % 10000:04d}",
        "利用可能曜日": "月火水木金",
        "開始時間": "9:00" if number % 100 == 99 else "09:00",
        "終了時間": "17:15",
        "小児対応設備の有無": "有",
        "URL": f"https://www.city.example.lg.jp/aed/{number}.html",
    }


def write(path: Path, size: int, *, keys: bool = True, encoding: str = "utf-8") -> int:
    """Writes a file of about ``size`` bytes; returns its records. Without ``keys`` the ID stays empty."""
    names = [item.name for item in model("municipal/aed").fields]
    number = 0
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        while file.tell() < size if number % 5000 == 0 else True:
            number += 1
            record = row(number)
            if not keys:
                record["ID"] = ""
            writer.writerow(record)
    return number


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]) << 20))
