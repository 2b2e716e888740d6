"""A Thai journal's page, drawn by a real browser, read from the picture to the citation."""

import pytest
from playwright.sync_api import sync_playwright

from chapwai.citations.engines.thai_engine import thai_engine
from chapwai.citations.read import read_photo
from tests.machine import missing, require_chromium

TITLE = "ผลของโปรแกรมส่งเสริมการจัดการตนเองต่อพฤติกรรมการดูแลเท้าของผู้ป่วยเบาหวานชนิดที่ 2"
PAGE = f"""
<html lang="th"><body style="font: 16px/1.6 'Noto Sans Thai', 'Loma', 'Garuda', sans-serif">
<div style="font-size: 26px">วารสารการพยาบาลสมมุติ</div>
<p>หน้าแรก / เอกสารย้อนหลัง / ปีที่ 40 ฉบับที่ 2 (2559) / บทความวิจัย</p>
<div style="display: flex; gap: 40px"><div style="flex: 2">
<h1 style="font-size: 26px">{TITLE}</h1>
<p><b>สมชาย ใจเย็นดี</b><br>คณะพยาบาลศาสตร์ มหาวิทยาลัยสมมุติ</p>
<p><b>อรุณี ชลธีสมมุติ</b><br>โรงพยาบาลสมมุติ จังหวัดสมมุติ</p>
<p>DOI: https://doi.org/10.5555/thj.2016.783</p>
<h3>บทคัดย่อ</h3><p>การวิจัยนี้มีวัตถุประสงค์เพื่อศึกษาพฤติกรรมของกลุ่มตัวอย่าง</p>
</div><div style="flex: 1"><p><b>รูปแบบการอ้างอิง</b></p>
<p>สมชาย ใจเย็นดี, และ อรุณี ชลธีสมมุติ. (2559). {TITLE}. วารสารการพยาบาลสมมุติ, 40(2), 198–211.
https://doi.org/10.5555/thj.2016.783</p></div></div></body></html>
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def screenshot():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=require_chromium(), args=["--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": 1280, "height": 760})
        page.set_content(PAGE)
        yield page.screenshot()
        chromium.close()


class TestReadPhoto:
    def test_reads_a_thai_journals_page(self, screenshot):
        if thai_engine() is None:
            missing("no Thai OCR data")

        (citation,) = read_photo(screenshot).citations

        assert citation.title == TITLE
        assert citation.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert citation.journal == "วารสารการพยาบาลสมมุติ"
        assert (citation.year, citation.volume, citation.issue) == ("2016", "40", "2")
        assert citation.pages == "198-211"
        assert citation.doi == "10.5555/thj.2016.783"
