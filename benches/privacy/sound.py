"""Published checks, apart from those of twoears: is what was said or marked sound in itself?"""
import ipaddress
import re

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+")


def digits(text: str) -> str:
    """Its ASCII digits."""
    return "".join(one for one in text if one in "0123456789")


def card(text: str) -> bool:
    """Luhn (ISO/IEC 7812-1) over 12 to 19 digits."""
    number = digits(text)
    doubled = [int(one) * (1 + place % 2) for place, one in enumerate(reversed(number))]
    return 12 <= len(number) <= 19 and sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def iban(text: str) -> bool:
    """Mod 97 (ISO 13616)."""
    bare = "".join(text.split()).upper()
    if not re.fullmatch(r"[A-Z]{2}\d\d[A-Z0-9]{11,30}", bare, re.ASCII):
        return False
    return int("".join(str(int(one, 36)) for one in bare[4:] + bare[:4])) % 97 == 1


def ssn(text: str) -> bool:
    """A number that the United States give out: area not 000, 666 or 9xx, no part all noughts."""
    number = digits(text)
    return len(number) == 9 and number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


def address(text: str) -> bool:
    """An IPv4 or IPv6 address."""
    try:
        return bool(ipaddress.ip_address(text.strip("[] ")))
    except ValueError:
        return False


SOUND = {
    "CREDIT_CARD": card,
    "IBAN_CODE": iban,
    "US_SSN": ssn,
    "IP_ADDRESS": address,
    "EMAIL_ADDRESS": lambda text: bool(EMAIL.fullmatch(text)),
}


def check() -> None:
    """Test numbers that issuers and standards publish."""
    assert card("4111 1111 1111 1111") and not card("4111 1111 1111 1112") and not card("0")
    assert iban("GB82 WEST 1234 5698 7654 32") and not iban("GB82 WEST 1234 5698 7654 33")
    assert ssn("078-05-1120") and not ssn("666-05-1120") and not ssn("078-00-1120")
    assert address("192.0.2.1") and address("2001:db8::1") and not address("1.2.3.400")
    assert SOUND["EMAIL_ADDRESS"]("kat@example.com") and not SOUND["EMAIL_ADDRESS"]("kat@example")
