"""Writes plans.txt and examples.txt from libphonenumber's table (Apache-2.0).

usage: plans.py PhoneNumberMetadata.xml VERSION

The file is `resources/PhoneNumberMetadata.xml` of https://github.com/google/libphonenumber at the tag VERSION.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

here = pathlib.Path(__file__).parent
bare = lambda text: re.sub(r"\s+", "", text)
plans, examples = [], set()
for place in tree.parse(sys.argv[1]).getroot().find("territories"):
    code, region = place.get("countryCode"), place.get("id")
    pattern = bare(place.find("generalDesc/nationalNumberPattern").text)
    prefix = place.get("nationalPrefix") or "-"
    plans.append(f"{region} {code} {prefix} {pattern}")
    for example in place.iter("exampleNumber"):
        examples.add(f"{region} {code} {bare(example.text)}")
head = f"# From libphonenumber {sys.argv[2]} (Google, Apache-2.0), by plans.py: "
plans.insert(0, head + "region, country code, trunk prefix, national number.")
(here / "plans.txt").write_text("\n".join(plans) + "\n")
(here / "examples.txt").write_text(head + "region, country code, example.\n" + "\n".join(sorted(examples)) + "\n")
