"""Writes example numbers as people do, by python-phonenumbers: python -m peers.phones EXAMPLES OUT."""
import argparse
import pathlib

import phonenumbers
from phonenumbers import PhoneNumberFormat

from score.tasks import read, write


def forms(example: dict) -> dict:
    """The number in its four writings."""
    number = phonenumbers.parse(example["e164"])
    return {
        "id": example["id"],
        "e164": example["e164"],
        "international": phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        "national": phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        "digits": example["text"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    write(args.out, [forms(example) for example in read(args.examples)])


if __name__ == "__main__":
    main()
