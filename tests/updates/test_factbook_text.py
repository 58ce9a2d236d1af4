from __future__ import annotations

import pytest

from lintnews.updates.factbook_text import aside, leader, named_forces


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Donald J. TRUMP (since 20 January 2025)", ("President", "Donald J. Trump", ("Donald Trump",), "2025-01-20", False)),
        ("President Abdel Fattah EL-SISI (since 8 June 2014)", ("President", "Abdel Fattah el-Sisi", (), "2014-06-08", False)),
        ("President Alexander VAN DER BELLEN (since 26 January 2017)", ("President", "Alexander Van der Bellen", (), "2017-01-26", False)),
        ("President XI Jinping (since 14 March 2013)", ("President", "Xi Jinping", (), "2013-03-14", False)),
        ("King MOHAMMED VI (since 30 July 1999)", ("King", "Mohammed VI", (), "1999-07-30", False)),
        ("President Luong CUONG (since 21 Oct 2024)", ("President", "Luong Cuong", (), "2024-10-21", False)),
        ("President Denis SASSOU-Nguesso (since 1997)", ("President", "Denis Sassou-Nguesso", (), "1997", False)),
        ("Prime Minister Robert Beugre MAMBE (since October 2023)", ("Prime Minister", "Robert Beugre Mambe", (), "2023-10", False)),
        ("Amir TAMIM bin Hamad Al Thani (since 25 June 2013)", ("Emir", "Tamim bin Hamad Al Thani", (), "2013-06-25", False)),
        ("Transitional President Capt. Ibrahim TRAORE (since 30 September 2022)", ("President", "Ibrahim Traore", (), "2022-09-30", False)),
        ("Acting President Sr. Gen. MIN AUNG HLAING (since 31 July 2025)", ("President", "Min Aung Hlaing", (), "2025-07-31", True)),
        (
            'President Ferdinand "BongBong" MARCOS, Jr. (since 30 June 2022)',
            ("President", "Ferdinand Marcos Jr.", (), "2022-06-30", False),
        ),
        (
            "King CHARLES III (since 8 September 2022); represented by Governor General Mary SIMON (since 26 July 2021)",
            ("Governor-General", "Mary Simon", (), "2021-07-26", False),
        ),
    ],
)
def test_a_leader_is_read_as_newspapers_print_it(text, told):
    found = leader(text)
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "President of China XI Jinping (since 14 March 2013)",
        "King HARALD V of Norway (since 17 January 1991)",
        "Sultan and Prime Minister HAITHAM bin Tarik Al Said (since 11 January 2020)",
        "President, Presidential Council, Mohammed al-MANFI (since 5 February 2021)",
        "co-chiefs of state Captains Regent Matteo ROSSI and Lorenzo BUGLI (for the period 1 October 2025 - 31 March 2026)",
        "Michael RANDRIANIRINA (Col.)",
    ],
)
def test_what_is_not_plain_is_left_out(text):
    assert leader(text) is None


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("Army, Navy, Air Force, National Guard (2025)", []),
        ("British Army, Royal Guard (includes Royal Marines); National Coast Guard", [("British Army", ())]),
        (
            "Kenya Defense Forces (KDF): Kenya Army<br><br>Ministry of Interior: National Police Service",
            [("Kenya Defense Forces", ()), ("Kenya Army", ())],
        ),
        ("Armed Forces (aka Army of Velland, AV): the Velland Home Guard", [("Velland Home Guard", ())]),
        ("Velland Army (VA; aka Tide Army of Velland)", [("Velland Army", ("Tide Army of Velland",))]),
        ("no regular military forces; Velland Police Department", [("Velland Police Department", ())]),
        ("the military is divided in two", []),
        ("Velland Army (broken", [("Velland Army", ())]),
    ],
)
def test_forces_with_a_name_of_their_own(text, forces):
    assert list(named_forces(text)) == forces


def test_brackets_within_brackets_are_one_aside():
    assert aside("a (b (c) d) e) f") == ("a  e) f", [(2, "b c d")])
