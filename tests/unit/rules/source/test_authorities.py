"""An authority that no region names is told of."""

REGION = "here:\n  title: {fr: Ici, en: Here}\n  authorities: [zz]\n  claims: [a-claim]\n  status: in-force\n"


def test_one_that_no_region_names(guide):
    record = guide.read("docs/records/authorities.yml")
    guide.write("docs/records/authorities.yml", record + record.replace("zz:", "yy:"))
    guide.write("docs/records/regions.yml", REGION)
    guide.only("authorities", "docs/records/authorities.yml:12", "yy: no region names this authority")


def test_a_guide_without_regions(guide):
    assert guide.faults("authorities") == []
