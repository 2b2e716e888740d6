"""What LINE takes and what it refuses, in its own words."""

import pytest

from linesim.validation import Invalid, check_messages
from linesim.validation.actions import RICH_MENU_ACTION


def complaints(*messages):
    """The error message and its details as (property, message) pairs."""
    with pytest.raises(Invalid) as refused:
        check_messages(list(messages))
    details = [(one["property"], one["message"]) for one in refused.value.details]
    return refused.value.message, details


def accepted(*messages):
    check_messages(list(messages))
    return True


def text(value, **more):
    return {"type": "text", "text": value, **more}


def bubble(*components, **more):
    body = {"type": "box", "layout": "vertical", "contents": list(components)}
    return {"type": "bubble", "body": body, **more}


def flex(contents, alt_text="การ์ด"):
    return {"type": "flex", "altText": alt_text, "contents": contents}


def quick_reply(*actions):
    return {"items": [{"type": "action", "action": action} for action in actions]}


def message_action(label, text="ตกลง"):
    return {"type": "message", "label": label, "text": text}


def buttons(*actions, **more):
    template = {"type": "buttons", "text": "เลือก", "actions": list(actions), **more}
    return {"type": "template", "altText": "เลือก", "template": template}


class TestRequest:
    def test_holds_one_to_five_messages(self):
        assert accepted(*[text("x")] * 5)
        assert complaints(*[text("x")] * 6) == (
            "The request body has 1 error(s)",
            [("messages", "Size must be between 1 and 5")],
        )
        assert complaints()[1] == [("messages", "Size must be between 1 and 5")]

    def test_lists_every_error_with_its_place(self):
        assert complaints(text(""), {"type": "picture"}) == (
            "The request body has 2 error(s)",
            [
                ("messages[0].text", "May not be empty"),
                (
                    "messages[1].type",
                    "Must be one of the following values: [text, textV2, sticker, image, video, "
                    "audio, location, imagemap, template, flex, coupon]",
                ),
            ],
        )

    @pytest.mark.parametrize("rubbish", [None, 5, "text", [], {"type": None}, {"type": []}])
    def test_survives_rubbish(self, rubbish):
        assert complaints(rubbish)[1]

    def test_knows_no_file_message(self):
        assert complaints({"type": "file", "originalContentUrl": "https://x.example/a.pdf"})


class TestText:
    def test_has_five_thousand_utf16_units(self):
        assert accepted(text("ก" * 5000))
        assert complaints(text("ก" * 5001))[1] == [
            ("messages[0].text", "Length must be between 0 and 5000")
        ]

    def test_counts_an_emoji_as_two(self):
        assert accepted(text("🙏" * 2500))
        assert complaints(text("🙏" * 2500 + "ก"))

    def test_takes_twenty_line_emojis(self):
        emoji = {"index": 0, "productId": "5ac1", "emojiId": "001"}

        assert accepted(text("$", emojis=[emoji] * 20))
        assert complaints(text("$", emojis=[emoji] * 21))

    def test_puts_line_emojis_where_dollars_stand(self):
        emoji = {"index": 2, "productId": "5ac1", "emojiId": "001"}

        assert accepted(text("🙏$", emojis=[emoji]))
        assert complaints(text("ก$", emojis=[emoji]))[1] == [
            ("messages[0].emojis[0].index", "invalid emoji index")
        ]


class TestTextV2:
    def mention(self, number):
        return {f"k{n}": {"type": "mention", "mentionee": {"type": "all"}} for n in range(number)}

    def test_needs_a_substitute_for_each_brace(self):
        message = {"type": "textV2", "text": "{k0} {{k1}}", "substitution": self.mention(1)}

        assert accepted(message)
        assert complaints(message | {"text": "{k1}"})
        assert complaints(message | {"text": "{k0"})

    def test_mentions_at_most_twenty(self):
        assert accepted({"type": "textV2", "text": "x", "substitution": self.mention(20)})
        assert complaints({"type": "textV2", "text": "x", "substitution": self.mention(21)})

    def test_takes_twenty_line_emojis(self):
        emoji = {"type": "emoji", "productId": "5ac1", "emojiId": "001"}
        twenty = {f"e{n}": emoji for n in range(20)}

        assert accepted({"type": "textV2", "text": "x", "substitution": twenty})
        assert complaints({"type": "textV2", "text": "x", "substitution": twenty | {"more": emoji}})

    def test_has_keys_of_twenty_plain_characters(self):
        one = {"type": "mention", "mentionee": {"type": "all"}}

        assert accepted({"type": "textV2", "text": "x", "substitution": {"a" * 20: one}})
        assert complaints({"type": "textV2", "text": "x", "substitution": {"a" * 21: one}})
        assert complaints({"type": "textV2", "text": "x", "substitution": {"ก": one}})


class TestMedia:
    def test_needs_https(self):
        image = {
            "type": "image",
            "originalContentUrl": "https://x.example/a.jpg",
            "previewImageUrl": "http://x.example/b.jpg",
        }

        assert complaints(image)[1] == [("messages[0].previewImageUrl", "invalid uri scheme")]

    def test_limits_addresses(self):
        start = "https://x.example/"
        image = {
            "type": "image",
            "originalContentUrl": start + "a" * (2000 - len(start)),
            "previewImageUrl": "https://x.example/b.jpg",
        }

        assert accepted(image)
        assert complaints(image | {"originalContentUrl": image["originalContentUrl"] + "a"})

    @pytest.mark.parametrize(
        "message",
        [
            {"type": "sticker", "packageId": "446", "stickerId": "1988"},
            {
                "type": "video",
                "originalContentUrl": "https://x.example/a.mp4",
                "previewImageUrl": "https://x.example/a.jpg",
            },
            {"type": "audio", "originalContentUrl": "https://x.example/a.m4a", "duration": 1000},
            {
                "type": "location",
                "title": "ที่นี่",
                "address": "กรุงเทพฯ",
                "latitude": 13.7,
                "longitude": 100.5,
            },
            {
                "type": "imagemap",
                "baseUrl": "https://x.example/map",
                "altText": "แผนที่",
                "baseSize": {"width": 1040, "height": 1040},
                "actions": [
                    {
                        "type": "message",
                        "text": "ไป",
                        "area": {"x": 0, "y": 0, "width": 100, "height": 100},
                    }
                ],
            },
            {"type": "coupon", "couponId": "01JX"},
        ],
    )
    def test_takes_the_other_kinds_but_only_whole(self, message):
        assert accepted(message)
        for name in message.keys() - {"type"}:
            lacking = {key: value for key, value in message.items() if key != name}
            assert complaints(lacking)[1] == [(f"messages[0].{name}", "May not be empty")]


class TestImagemap:
    def imagemap(self, **more):
        area = {"x": 0, "y": 0, "width": 100, "height": 100}
        return {
            "type": "imagemap",
            "baseUrl": "https://x.example/map",
            "altText": "แผนที่",
            "baseSize": {"width": 1040, "height": 600},
            "actions": [{"type": "message", "text": "ไป", "area": area}],
            **more,
        }

    def test_is_1040_wide(self):
        assert accepted(self.imagemap())
        assert complaints(self.imagemap(baseSize={"width": 700, "height": 700}))[1] == [
            ("messages[0].baseSize.width", "Must be between 1040 and 1040")
        ]

    def test_shows_a_video_only_whole(self):
        video = {
            "originalContentUrl": "https://x.example/a.mp4",
            "previewImageUrl": "https://x.example/a.jpg",
            "area": {"x": 0, "y": 0, "width": 1040, "height": 600},
            "externalLink": {"linkUri": "https://x.example/", "label": "ก" * 30},
        }

        assert accepted(self.imagemap(video=video))
        for name in ("originalContentUrl", "previewImageUrl", "area"):
            lacking = {key: value for key, value in video.items() if key != name}
            assert complaints(self.imagemap(video=lacking))
        long = video | {"externalLink": video["externalLink"] | {"label": "ก" * 31}}
        assert complaints(self.imagemap(video=long))


class TestActions:
    def test_have_labels_of_twenty_characters_as_people_see_them(self):
        twenty = "น้ำ" * 20  # each is one character to a reader, three in the text

        assert accepted(text("x", quickReply=quick_reply(message_action(twenty))))
        assert complaints(text("x", quickReply=quick_reply(message_action(twenty + "ก"))))[1] == [
            (
                "messages[0].quickReply.items[0].action.label",
                "Length must be between 0 and 20",
            )
        ]

    def test_have_labels_of_forty_in_flex(self):
        def card(label):
            return flex(bubble({"type": "button", "action": message_action(label)}))

        assert accepted(card("ก" * 40))
        assert complaints(card("ก" * 41))[1] == [
            ("/body/contents/0/action/label", "Length must be between 0 and 40")
        ]

    def test_limit_data_and_display_text(self):
        postback = {"type": "postback", "label": "ไม่มี", "data": "ก" * 300}

        assert accepted(buttons(postback | {"displayText": "น้ำ" * 300}))
        assert complaints(buttons(postback | {"data": "ก" * 301}))
        assert complaints(buttons(postback | {"displayText": "ก" * 301}))

    def test_limit_the_text_a_person_says(self):
        assert accepted(buttons(message_action("รับ", "น้ำ" * 300)))
        assert complaints(buttons(message_action("รับ", "ก" * 301)))

    @pytest.mark.parametrize("address", ["ftp://x.example/", "javascript:alert(1)", "x.example"])
    def test_open_only_known_schemes(self, address):
        action = {"type": "uri", "label": "ดู", "uri": address}

        assert complaints(buttons(action))[1] == [
            ("messages[0].template.actions[0].uri", "invalid uri scheme")
        ]

    def test_fill_in_text_only_with_the_keyboard(self):
        postback = {"type": "postback", "label": "พิมพ์", "data": "x", "fillInText": "A123 "}

        assert accepted(buttons(postback | {"inputOption": "openKeyboard"}))
        assert complaints(buttons(postback))

    def test_open_the_camera_from_quick_replies_only(self):
        camera = {"type": "camera", "label": "ถ่ายรูป"}

        assert accepted(text("x", quickReply=quick_reply(camera)))
        assert complaints(buttons(camera))

    def test_switch_rich_menus_in_rich_menus_only(self):
        switch = {"type": "richmenuswitch", "label": "ก", "richMenuAliasId": "a", "data": "x"}

        assert complaints(buttons(switch))
        assert list(RICH_MENU_ACTION(switch, ())) == []
        assert list(RICH_MENU_ACTION(switch | {"richMenuAliasId": "a" * 33}, ()))

    def test_speak_in_one_way(self):
        postback = {"type": "postback", "label": "ไม่มี", "data": "x", "text": "ไม่มีค่ะ"}

        assert accepted(buttons(postback))
        assert complaints(buttons(postback | {"displayText": "ไม่มีค่ะ"}))

    @pytest.mark.parametrize(
        ("mode", "earlier", "later"),
        [
            ("date", "2026-11-22", "2026-11-23"),
            ("time", "09:00", "17:30"),
            ("datetime", "2026-11-22T09:00", "2026-11-22t17:30"),
        ],
    )
    def test_pick_a_moment_between_two(self, mode, earlier, later):
        picker = {"type": "datetimepicker", "label": "เลือก", "data": "x", "mode": mode}

        assert accepted(buttons(picker | {"min": earlier, "initial": earlier, "max": later}))
        assert complaints(buttons(picker | {"min": later, "max": earlier}))
        assert complaints(buttons(picker | {"min": earlier, "max": earlier}))
        assert complaints(buttons(picker | {"min": later, "initial": earlier}))
        assert complaints(buttons(picker | {"initial": later, "max": earlier}))

    @pytest.mark.parametrize(
        ("mode", "moment"),
        [("date", "09:00"), ("time", "24:00"), ("datetime", "2026-11-22"), ("date", "2101-01-01")],
    )
    def test_pick_moments_that_the_mode_knows(self, mode, moment):
        picker = {"type": "datetimepicker", "label": "เลือก", "data": "x", "mode": mode}

        assert complaints(buttons(picker | {"initial": moment}))

    def test_copy_a_thousand_characters(self):
        copy = {"type": "clipboard", "label": "คัดลอก", "clipboardText": "x" * 1000}

        assert accepted(buttons(copy))
        assert complaints(buttons(copy | {"clipboardText": "x" * 1001}))


class TestQuickReply:
    def test_has_at_most_thirteen_items(self):
        assert accepted(text("x", quickReply=quick_reply(*[message_action("ก")] * 13)))
        assert complaints(text("x", quickReply=quick_reply(*[message_action("ก")] * 14)))

    def test_needs_an_action_in_each(self):
        assert complaints(text("x", quickReply={"items": [{"type": "action"}]}))


class TestSender:
    def test_has_a_name_of_twenty(self):
        assert accepted(text("x", sender={"name": "ก" * 20}))
        assert complaints(text("x", sender={"name": "ก" * 21}))


class TestTemplate:
    def test_has_at_most_four_buttons(self):
        assert accepted(buttons(*[message_action("ก")] * 4))
        assert complaints(buttons(*[message_action("ก")] * 5))

    def test_has_less_room_beside_a_title(self):
        assert accepted(buttons(message_action("ก"), text="ก" * 160))
        assert complaints(buttons(message_action("ก"), text="ก" * 61, title="หัวเรื่อง"))

    def test_confirms_with_two_buttons(self):
        confirm = {"type": "confirm", "text": "ส่งไหม", "actions": [message_action("ส่ง")] * 2}

        assert accepted({"type": "template", "altText": "ส่งไหม", "template": confirm})
        confirm["actions"].pop()
        assert complaints({"type": "template", "altText": "ส่งไหม", "template": confirm})

    def test_has_columns_with_equally_many_buttons(self):
        column = {"text": "ก", "actions": [message_action("ก")]}
        carousel = {"type": "carousel", "columns": [column] * 10}
        message = {"type": "template", "altText": "ก", "template": carousel}

        assert accepted(message)
        carousel["columns"] = [column, column | {"actions": column["actions"] * 2}]
        assert complaints(message)

    def test_has_columns_alike(self):
        column = {"text": "ก", "actions": [message_action("ก")]}
        for more in ({"title": "ก"}, {"thumbnailImageUrl": "https://x.example/a.jpg"}):
            carousel = {"type": "carousel", "columns": [column, column | more]}

            assert complaints({"type": "template", "altText": "ก", "template": carousel})

    def test_has_labels_of_twelve_on_pictures(self):
        def pictures(label):
            column = {"imageUrl": "https://x.example/a.jpg", "action": message_action(label)}
            template = {"type": "image_carousel", "columns": [column]}
            return {"type": "template", "altText": "ก", "template": template}

        assert accepted(pictures("น้ำ" * 12))
        assert complaints(pictures("น้ำ" * 13))


class TestFlex:
    def test_points_into_the_first_faulty_message(self):
        faulty = flex(bubble({"type": "text", "text": ""}))

        assert complaints(text("x"), faulty, faulty) == (
            "A message (messages[1]) in the request body is invalid",
            [("/body/contents/0/text", "must be non-empty text")],
        )

    @pytest.mark.parametrize(
        ("component", "complaint"),
        [
            ({"type": "image"}, ("/body/contents/0/url", "must be specified")),
            ({"type": "table"}, ("/body/contents/0", "invalid property")),
            (
                {"type": "text", "text": "x", "colour": "#000000"},
                ("/body/contents/0/colour", "invalid property"),
            ),
            (
                {"type": "text", "text": "x", "color": "red"},
                ("/body/contents/0/color", "invalid property"),
            ),
            (
                {"type": "text", "text": "x", "size": "huge"},
                ("/body/contents/0/size", "invalid property"),
            ),
            (
                {"type": "text", "text": "x", "wrap": "yes"},
                ("/body/contents/0/wrap", "must be a boolean"),
            ),
            ({"type": "button"}, ("/body/contents/0/action", "must be specified")),
        ],
    )
    def test_is_strict_about_components(self, component, complaint):
        assert complaints(flex(bubble(component)))[1] == [complaint]

    def test_checks_boxes_in_boxes(self):
        inner = {"type": "box", "layout": "horizontal", "contents": [{"type": "text"}]}

        assert complaints(flex(bubble(inner)))[1] == [
            ("/body/contents/0/contents/0/text", "must be specified")
        ]

    def test_keeps_buttons_out_of_baselines(self):
        button = {"type": "button", "action": message_action("รับ")}
        baseline = {"type": "box", "layout": "baseline", "contents": [button]}

        assert complaints(flex(bubble(baseline)))[1] == [
            ("/body/contents/0/contents/0", "invalid property")
        ]

    def test_takes_text_made_of_spans(self):
        spans = [{"type": "span", "text": "A123", "weight": "bold"}, {"type": "span", "text": " ก"}]

        assert accepted(flex(bubble({"type": "text", "contents": spans})))

    def test_needs_a_block(self):
        assert complaints(flex({"type": "bubble"}))[1] == [
            ("/", "At least one block must be specified")
        ]

    def test_limits_the_bubble_to_thirty_kilobytes(self):
        line = {"type": "text", "text": "x" * 1000}

        assert accepted(flex(bubble(*[line] * 29)))
        assert complaints(flex(bubble(*[line] * 30)))[1] == [("/", "must be 30720 bytes or less")]

    def test_limits_the_carousel_to_fifty_kilobytes(self):
        page = bubble(*[{"type": "text", "text": "x" * 1000}] * 8)

        assert accepted(flex({"type": "carousel", "contents": [page] * 6}))
        assert complaints(flex({"type": "carousel", "contents": [page] * 7}))[1] == [
            ("/", "must be 51200 bytes or less")
        ]

    def test_limits_the_carousel_to_twelve_bubbles(self):
        page = bubble({"type": "text", "text": "x"})

        assert accepted(flex({"type": "carousel", "contents": [page] * 12}))
        assert complaints(flex({"type": "carousel", "contents": [page] * 13}))

    @pytest.mark.parametrize("ratio", ["1:1", "20:13", "1:3", "100000:1", "1.91:1"])
    def test_takes_pictures_of_many_shapes(self, ratio):
        picture = {"type": "image", "url": "https://x.example/a.jpg", "aspectRatio": ratio}

        assert accepted(flex(bubble(picture)))

    @pytest.mark.parametrize("ratio", ["1:3.1", "0:1", "100001:50000", "16x9"])
    def test_takes_no_towers(self, ratio):
        picture = {"type": "image", "url": "https://x.example/a.jpg", "aspectRatio": ratio}

        assert complaints(flex(bubble(picture)))

    def test_animates_ten_pictures(self):
        picture = {"type": "image", "url": "https://x.example/a.png", "animated": True}

        assert accepted(flex(bubble(*[picture] * 10)))
        assert complaints(flex(bubble(*[picture] * 11)))

    def test_plays_videos_in_wide_bubbles_of_their_own(self):
        hero = {
            "type": "video",
            "url": "https://x.example/a.mp4",
            "previewUrl": "https://x.example/a.jpg",
            "altContent": {"type": "image", "url": "https://x.example/a.jpg"},
            "action": {"type": "uri", "label": "ดู", "uri": "https://x.example/"},
        }
        playing = {"type": "bubble", "hero": hero}

        assert accepted(flex(playing))
        assert complaints(flex(playing | {"size": "micro"}))[1] == [("/hero", "invalid property")]
        assert complaints(flex({"type": "carousel", "contents": [playing]}))
        assert complaints(flex({"type": "bubble", "hero": hero | {"action": message_action("ก")}}))

    @pytest.mark.parametrize("angle", ["0deg", "45.5deg", "359deg"])
    def test_turns_gradients_less_than_once(self, angle):
        gradient = {
            "type": "linearGradient",
            "angle": angle,
            "startColor": "#000000",
            "endColor": "#FFFFFF80",
            "centerColor": "#0B6B5E",
            "centerPosition": "30%",
        }
        box = {"type": "box", "layout": "vertical", "contents": []}

        assert accepted(flex(bubble(box | {"background": gradient})))
        assert complaints(flex(bubble(box | {"background": gradient | {"angle": "360deg"}})))
        assert complaints(flex(bubble(box | {"background": gradient | {"centerPosition": "101%"}})))

    def test_wants_bubbles_of_one_size(self):
        page = bubble({"type": "text", "text": "x"})
        carousel = {"type": "carousel", "contents": [page, page | {"size": "kilo"}]}

        assert complaints(flex(carousel))

    def test_limits_the_alt_text(self):
        page = bubble({"type": "text", "text": "x"})

        assert accepted(flex(page, alt_text="ก" * 1500))
        assert complaints(flex(page, alt_text="ก" * 1501))[1] == [
            ("messages[0].altText", "Length must be between 0 and 1500")
        ]


class TestValidateEndpoint:
    @pytest.mark.parametrize("kind", ["reply", "push", "multicast", "narrowcast", "broadcast"])
    def test_checks_without_sending(self, platform, card, kind):
        good = platform.api.post(f"/message/validate/{kind}", json={"messages": [card]})
        bad = platform.api.post(f"/message/validate/{kind}", json={"messages": [text("")]})

        assert (good.status_code, good.json()) == (200, {})
        assert bad.status_code == 400
        assert bad.json() == {
            "message": "The request body has 1 error(s)",
            "details": [{"message": "May not be empty", "property": "messages[0].text"}],
        }

    def test_needs_messages(self, platform):
        answer = platform.api.post("/message/validate/push", json={})

        assert answer.json()["details"] == [{"message": "May not be empty", "property": "messages"}]
