"""A small network file to build tests upon: two libraries, four people, one deposit."""

NETWORK = """\
[network]
name = "Rivers and Hills"
line_group_id = "C00000000000000000000000000000001"

[[libraries]]
symbol = "RVS"
name_th = "ห้องสมุดริเวอร์ไซด์"
name_en = "Riverside Library"
short_name_th = "ริเวอร์ไซด์"
short_name_en = "Riverside"
email = "library@riverside.example"
price = 20

[[libraries.staff]]
name = "Mali"
email = "mali@riverside.example"
line_user_id = "U0000000000000000000000000000000a"

[[libraries.staff]]
name = "Chaba"
email = "chaba@riverside.example"
role = "treasurer"
line_user_id = "U0000000000000000000000000000000b"

[[libraries.reader_groups]]
code = "lecturer"
name_th = "อาจารย์"
name_en = "lecturer"

[[libraries.readers]]
code = "L-1"
name = "Tonkla"
email = "tonkla@riverside.example"
group = "lecturer"
line_user_id = "U0000000000000000000000000000000c"

[[libraries]]
symbol = "HTP"
name_th = "ห้องสมุดฮิลล์ท็อป"
name_en = "Hilltop Library"
short_name_th = "ฮิลล์ท็อป"
short_name_en = "Hilltop"
email = "library@hilltop.example"
price = 12.50

[[libraries.staff]]
name = "Champi"
email = "champi@hilltop.example"
line_user_id = "U0000000000000000000000000000000d"

[[deposits]]
at = "HTP"
from = "RVS"
amount = 500
"""


def line_of(text, *, last=False):
    """The number of the line of NETWORK that holds the text."""
    numbers = [number for number, line in enumerate(NETWORK.splitlines(), 1) if text in line]
    return numbers[-1 if last else 0]
