"""`syndication validate`: documents held against their standard, and against what an aggregator demands."""

from typing import TYPE_CHECKING

import click

from syndication.cli.options import Common, common, known, now_option, present

if TYPE_CHECKING:
    from syndication.model import Profile, Site
    from syndication.validate import Finding


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    help="Published documents, also compressed with gzip; - is standard input.",
)
@click.option("--profile", metavar="NAME", help="Hold it against what this taker demands, too.")
@click.option("--format", "form", metavar="NAME", help="Read it as this format [detected].")
@now_option
@click.option("--previous", metavar="FILE", help="The edition before, to compare with.")
@click.option("--address", metavar="URL", help="Where the document is served.")
@common
def validate(
    shared: Common,
    files: tuple[str, ...],
    profile: str | None,
    form: str | None,
    now: str | None,
    previous: str | None,
    address: str | None,
) -> None:
    """Say what is wrong with documents, ours or anybody's, without asking the network."""
    from syndication.cli.output import complain, line
    from syndication.cli.published_files import published
    from syndication.errors import UnreadDocument
    from syndication.validate import STANDARDS, Facts, judge, report

    moment = present(now)
    if form is not None:
        known(dict.fromkeys(STANDARDS).__getitem__, form, "--format", STANDARDS)
    taker = None if profile is None else _profile(profile, shared.profiles(), shared.site())
    facts = Facts(address=address, previous=None if previous is None else published(previous))
    failed = False
    for file in files:
        try:
            data = published(file)
        except UnreadDocument as error:
            complain(error)
            failed = True
            continue
        standard, found = judge(data, taker, moment, form, facts)
        failed = failed or any(finding.level == "error" for finding in found)
        if shared.json:
            for finding in found:
                line(report.record(finding, file, standard))
        else:
            _print(file, standard, found)
    raise click.exceptions.Exit(1 if failed else 0)


def _print(file: str, standard: str | None, found: "list[Finding]") -> None:
    from syndication.cli.output import printable
    from syndication.validate import report

    for finding in found:
        click.echo(report.line(finding, printable(file)))
    click.echo(f"{printable(file)}: {report.summary(found, standard)}")


def _profile(name: str, configured: "dict[str, Profile]", site: "Site") -> "Profile":
    """Return the profile of that name; a page is held against demands that no feed has."""
    from syndication.model import Profile
    from syndication.validate import PROFILES

    others = {
        rules: Profile(name=rules, rules=rules, site=site) for rules in PROFILES if rules not in configured
    }
    return known((configured | others).__getitem__, name, "--profile", [*configured, *others])
