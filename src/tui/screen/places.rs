//! Sites, teams and households: lists, and the page of each.

mod list;

use super::{
    Cx, Flow,
    entry::EntryDraft,
    members,
    paper::choose::Choose,
    record::{Lines, RecordPage, Subject, What, form},
};
use crate::{
    command,
    domain::{
        Text, day,
        filter::Filter,
        member::{Sex, Status},
        noun::{Entry, FILE, HOUSEHOLD, NOTE, Noun, SITE, TEAM},
        takes::Takes,
    },
    report::member::words,
    store::{
        self,
        member_list::Totals,
        place_list::{PlaceSort, PlaceWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

pub use list::{sites, teams};

/// So many people of a household or a team are named on a page.
pub const PEOPLE: usize = 60;

/// What a line of the page is about.
pub enum About {
    /// A field, by its column.
    Field(&'static str),
    /// Those who work there, as a list.
    Members,
    /// A member.
    Member(i64),
    /// A site, team or household.
    Place(&'static Noun, i64),
}

static ADDED: [&Noun; 3] = [&TEAM, &NOTE, &FILE];

/// The page of a site, a team or a household.
pub struct PlacePage {
    noun: &'static Noun,
    id: i64,
}

/// The page of the site, team or household `id`.
pub fn page(noun: &'static Noun, id: i64) -> RecordPage<PlacePage> {
    RecordPage::new(PlacePage { noun, id })
}

/// `45 · F 12 · M 33`: who belongs to the cooperative.
pub fn by_sex(totals: &Totals, lang: &Lang) -> String {
    let count = |sex| lang.count(totals.count(BELONG, sex));
    let part = |sex: &Sex| format!("{} {}", lang.label(sex.text_id()), count(Some(*sex)));
    let parts = Sex::ALL.iter().map(part).collect::<Vec<_>>().join(" · ");
    format!("{} · {parts}", count(None))
}

/// The statuses of those who belong to the cooperative.
const BELONG: &[Status] = &[Status::Active, Status::Suspended];

impl PlacePage {
    fn entry(&self, cx: &Cx) -> store::Result<Entry> {
        cx.reader.entry(self.noun, self.id)
    }

    /// Every field that is filled; who leads and the site lead on to their pages.
    fn fields(&self, entry: &Entry, cx: &Cx) -> store::Result<Lines<About>> {
        let mut lines = Vec::new();
        for (at, attribute) in self.noun.attributes.iter().enumerate() {
            let (kept, mut value) = (&entry.values()[at], words::entry(entry, attribute.code, &cx.lang));
            let mut about = About::Field(attribute.code);
            match (attribute.takes, kept.parse()) {
                (Takes::Member, Ok(number)) => {
                    let (id, name) = cx.reader.bearer(number)?;
                    value = name;
                    about = if id == 0 { about } else { About::Member(id) };
                }
                (Takes::Site, _) => {
                    let site = cx.reader.site_by_name(kept)?;
                    about = site.map_or(about, |id| About::Place(&SITE, id));
                }
                _ => {}
            }
            if !value.is_empty() {
                lines.push(own(cx.lang.label(attribute.label), value, about));
            }
        }
        Ok(lines)
    }

    fn teams(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let ids = cx.reader.places(&TEAM, PlaceSort::Name, &[PlaceWant::Of(self.id)])?;
        let mut lines = Vec::new();
        for team in cx.reader.place_rows(&TEAM, &ids)? {
            let closed = team.closed_on.map(|on| cx.lang.text(&Text::new("place-closed").with("day", day::show(on))));
            let parts = [Some(by_sex(&team.totals, &cx.lang)), Some(team.leader).filter(|l| !l.is_empty()), closed];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            lines.push(own(team.name, text, About::Place(&TEAM, team.id)));
        }
        if !lines.is_empty() {
            lines.insert(0, Line::heading(cx.lang.label(TEAM.heading)));
        }
        Ok(lines)
    }
}

impl Subject for PlacePage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        (self.noun.table, self.id)
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-members"), lang.label(self.noun.heading).to_lowercase())
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(self.entry(cx)?.get("name").to_owned())
    }
    fn added(&self) -> &'static [&'static Noun] {
        // only a site has teams
        if *self.noun == SITE { &ADDED } else { &ADDED[1..] }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let (entry, lang) = (self.entry(cx)?, &cx.lang);
        let mut lines = self.fields(&entry, cx)?;
        let totals = cx.reader.people_totals(self.noun, self.id)?;
        lines.push(Line::heading(lang.label("area-members")));
        let about = if *self.noun == HOUSEHOLD { About::Field("name") } else { About::Members };
        lines.push(own(lang.label("place-members"), by_sex(&totals, lang), about));
        let applying = totals.count(&[Status::Applicant], None);
        if applying > 0 {
            lines.push(own(lang.label("filter-applicants"), lang.count(applying), About::Field("name")));
        }
        if *self.noun == SITE {
            lines.extend(self.teams(cx)?);
        } else {
            let people = cx.reader.people(self.noun, self.id, PEOPLE)?;
            // the first is named as what follows: the list is not one of applicants
            let labels = std::iter::once(lang.label("place-names")).chain(std::iter::repeat(""));
            lines.extend(people.into_iter().zip(labels).map(|((id, name), label)| own(label, name, About::Member(id))));
        }
        Ok(lines)
    }

    fn begin(&self, noun: &'static Noun, cx: &Cx) -> Result<Flow> {
        let owner = if *noun == TEAM { ("", 0) } else { self.owner() };
        let mut entry = Entry::begun(noun, owner, cx.clock.today());
        if *noun == TEAM {
            entry.put("site", self.name(cx)?);
        }
        Ok(form(EntryDraft::new(entry, self.name(cx)?), cx))
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "place-close" } else { cmd.text_id() }
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        if matches!(cmd, Cmd::Edit | Cmd::Archive) {
            cx.permit(&command::entry::SAVE)?;
        }
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Member(id))) => Flow::push(members::detail::page(*id)),
            (Cmd::Open, Some(About::Place(noun, id))) => Flow::push(page(noun, *id)),
            (Cmd::Open, Some(About::Members)) => {
                let entry = self.entry(cx)?;
                let (site, team) =
                    if *self.noun == SITE { (entry.get("name"), "") } else { (entry.get("site"), entry.get("name")) };
                Flow::push(members::list::screen(cx).showing(Filter::at(site, team), cx)?)
            }
            (Cmd::Edit | Cmd::Open, about) => {
                let code = if let Some(About::Field(code)) = about { code } else { "name" };
                Flow::push(FormScreen::new(EntryDraft::new(self.entry(cx)?, String::new()), cx).at(code, cx))
            }
            (Cmd::Print, _) => Flow::push(papers(self.noun, self.id, cx)?),
            // a household has no end: its people leave it
            (Cmd::Archive, _) if *self.noun == HOUSEHOLD => Flow::Ignored,
            (Cmd::Archive, _) => close(self.entry(cx)?, cx),
            _ => Flow::Ignored,
        })
    }
}

/// Papers about the people of a place.
fn papers(noun: &'static Noun, id: i64, cx: &Cx) -> store::Result<Choose> {
    let entry = cx.reader.entry(noun, id)?;
    let preset = |code, attribute| (code, entry.get(attribute).to_owned());
    Ok(match noun.table {
        "site" => Choose::all().with(vec![preset("site", "name")]),
        "team" => Choose::all().with(vec![preset("site", "site"), preset("team", "name")]),
        _ => {
            let people = cx.reader.people(noun, id, PEOPLE)?;
            Choose::these(people.into_iter().map(|(id, _)| id).collect())
        }
    })
}

/// The form in which a site or a team is closed: today, unless another day is written.
fn close(mut entry: Entry, cx: &Cx) -> Flow {
    if entry.get("closed_on").is_empty() {
        entry.put("closed_on", cx.clock.today().to_string());
    }
    Flow::push(FormScreen::new(EntryDraft::new(entry, String::new()), cx).at("closed_on", cx))
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}
