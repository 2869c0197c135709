//! The form in which a meeting is called, called a second time, or changed.

use super::{heading, people};
use crate::{
    command::{
        self,
        meeting::{Start, Template},
    },
    domain::{
        Text,
        fold::fold,
        meeting::MEETING,
        notice::{Called, Notice},
        noun::Entry,
        roll::{Attendance, Count},
        rule::{Call, Share},
        takes::Takes,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices, matching},
            form::FormScreen,
        },
    },
};
use std::sync::LazyLock;

/// The body, then what is written down of a meeting.
static FIELDS: LazyLock<Vec<Spec>> = LazyLock::new(|| {
    let organ = Spec::new("organ", "field-organ", Kind::Proposals, "").required();
    std::iter::once(organ).chain(MEETING.attributes.iter().map(Spec::of)).collect()
});

/// What the form changes.
pub struct CallDraft {
    meeting: Entry,
    /// The name of the body.
    organ: String,
    /// Names and kinds of the bodies; those that will be made when there is none yet.
    organs: Vec<(String, String)>,
    /// The meeting without quorum that is called again.
    first: Option<i64>,
    /// The agenda that it begins with.
    template: Template,
    /// Who stands on its roll: founders have no other number than their place there.
    roll: Vec<Attendance>,
}

/// Opens the form of a new meeting.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn begin(cx: &Cx) -> store::Result<Flow> {
    cx.permit(&command::meeting::CALL)?;
    Ok(form(CallDraft::new(cx)?, "kind", cx))
}

/// Opens the form of a meeting, at the field of that code.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn edit(id: i64, code: &str, cx: &Cx) -> store::Result<Flow> {
    cx.permit(&command::meeting::EDIT)?;
    Ok(form(CallDraft::of(id, cx)?, code, cx))
}

/// Opens the form of the second call of a meeting.
///
/// # Errors
/// When the user may not, or the meeting has not been held.
pub fn again(id: i64, cx: &Cx) -> store::Result<Flow> {
    cx.permit(&command::meeting::AGAIN)?;
    if !command::meeting::has_been_held(cx.reader.meeting_state(id)?) {
        return Err(store::Error::invalid("err-again-early"));
    }
    Ok(form(CallDraft::again(id, cx)?, "held_on", cx))
}

fn form(draft: CallDraft, code: &str, cx: &Cx) -> Flow {
    Flow::push(FormScreen::new(draft, cx).in_area(super::AREA).at(code, cx))
}

impl CallDraft {
    /// A new meeting of the first body. Before the first one a cooperative is founded.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cx: &Cx) -> store::Result<Self> {
        let mut meeting = Entry::begun(&MEETING, ("organ", 0), cx.clock.today());
        let has_met = cx.reader.last_number(store::Series::Member)? > 0 || cx.reader.has_founding()?;
        if !has_met {
            meeting.put("kind", command::meeting::FOUNDING);
        }
        let organs = organs(cx)?;
        let organ = organs.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let mut draft = Self { meeting, organ, organs, first: None, template: Template::default(), roll: Vec::new() };
        draft.take_template(cx);
        Ok(draft)
    }

    /// The meeting `id`.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of(id: i64, cx: &Cx) -> store::Result<Self> {
        let meeting = cx.reader.meeting(id)?;
        let (organ, organs, template) = (meeting.organ, organs(cx)?, Template::default());
        let roll = cx.reader.roll(id)?;
        Ok(Self { meeting: meeting.entry, organ, organs, first: meeting.first, template, roll })
    }

    /// The second call of the meeting `id`: the same but for the day and the notice.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn again(id: i64, cx: &Cx) -> store::Result<Self> {
        let first = cx.reader.meeting(id)?;
        let mut meeting = Entry::new(&MEETING, first.entry.owner);
        for code in ["kind", "title", "time", "place", "channel", "called_by", "chair", "secretary", "tellers"] {
            meeting.put(code, first.entry.get(code));
        }
        let template = Template::default();
        Ok(Self { meeting, organ: first.organ, organs: organs(cx)?, first: Some(id), template, roll: Vec::new() })
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Self> {
        match (about.parse(), record) {
            (_, 1..) => Self::of(record, cx),
            (Ok(first), _) => Self::again(first, cx),
            _ => Self::new(cx),
        }
    }

    fn take_template(&mut self, cx: &Cx) {
        if self.meeting.id == 0 && self.first.is_none() {
            self.template = Template::new(cx.coop.legal_form, self.meeting.get("kind"), &cx.lang);
        }
    }

    fn takes(at: usize) -> Option<Takes> {
        at.checked_sub(1).map(|at| MEETING.attributes[at].takes)
    }

    /// The name of the body that is meant: written out, or a piece that only one of them has.
    fn organ_called(&self, typed: &str) -> Result<String, Text> {
        let key = fold(typed);
        let names = || self.organs.iter().map(|(name, _)| name);
        if let Some(name) = names().find(|name| fold(name) == key) {
            return Ok(name.clone());
        }
        let mut close = names().filter(|name| !key.is_empty() && fold(name).contains(&key));
        let only = close.next().filter(|_| close.next().is_none());
        only.cloned().ok_or_else(|| Text::new("err-organ").with("name", typed.trim()))
    }

    /// Kinds of the items that the notice names.
    fn items(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let of = if self.meeting.id == 0 { self.first } else { Some(self.meeting.id) };
        let Some(of) = of else { return Ok(self.template.items.iter().map(|(kind, _)| kind.clone()).collect()) };
        Ok(cx.reader.items(of)?.iter().map(|item| item.entry.get("kind").to_owned()).collect())
    }

    /// Words that stand alone for somebody and are in the name of members: minutes would say no more than that.
    fn short_names(&self, cx: &Cx) -> store::Result<Vec<Text>> {
        let people = MEETING.attributes.iter().filter(|attribute| attribute.takes == Takes::Person);
        let names = people.flat_map(|attribute| self.meeting.get(attribute.code).split(',')).map(str::trim);
        let mut doubts = Vec::new();
        for name in names.filter(|name| self.roll.is_empty() && !name.is_empty() && !name.contains(' ')) {
            let meant = people::proposals(name, cx)?;
            if !meant.is_empty() {
                doubts.push(Text::new("warn-name-short").with("text", name).with("names", meant.join(", ")));
            }
        }
        Ok(doubts)
    }

    /// Whether the meeting that is called again had its quorum.
    fn had_quorum(&self, cx: &Cx) -> store::Result<bool> {
        let Some(first) = self.first.filter(|_| self.meeting.id == 0) else { return Ok(false) };
        let share = Share::parse(&cx.reader.meeting(first)?.quorum.0).ok();
        let count = Count::of(cx.reader.roll(first)?.iter());
        Ok(share.is_some_and(|share| count.quorum(share).1))
    }
}

/// Names and kinds of the bodies, or of those that will be made.
fn organs(cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let organs = cx.reader.organs()?;
    if organs.is_empty() {
        let made = Template::new(cx.coop.legal_form, "", &cx.lang).organs;
        return Ok(made.into_iter().map(|(kind, name)| (name, kind)).collect());
    }
    Ok(organs.into_iter().map(|(_, name, kind)| (name, kind)).collect())
}

impl Draft for CallDraft {
    const FORM: &'static str = "meeting";

    fn about(&self) -> String {
        let first = self.first.filter(|_| self.meeting.id == 0);
        first.map_or_else(String::new, |first| format!(":{first}"))
    }
    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = match (self.meeting.id, self.first) {
            (0, None) => lang.label("meeting-new").to_owned(),
            (0, Some(_)) => lang.label("cmd-second-call").to_owned(),
            _ => format!("{} › {}", heading(&self.meeting, lang), lang.label("cmd-edit")),
        };
        format!("{} › {what}", lang.label("area-meetings"))
    }
    fn show(&self, at: usize) -> String {
        at.checked_sub(1).map_or_else(|| self.organ.clone(), |at| self.meeting.show(at))
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(Self::takes(at))
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        match Self::takes(at) {
            None => Ok(matching(self.organs.iter().map(|(name, _)| name.as_str()), typed)),
            _ => people::on_roll(&self.roll, typed, cx),
        }
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match Self::takes(at) {
            None => self.organ = self.organ_called(typed)?,
            Some(Takes::Person) => {
                self.meeting.set(at - 1, &people::read_on_roll(&self.roll, typed, cx)?, &cx.reading())?;
            }
            Some(_) => self.meeting.set(at - 1, typed, &cx.reading())?,
        }
        self.take_template(cx);
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let remarks = self.meeting.check(cx.clock.today()).into_iter();
        remarks.map(|(place, text, is_error)| Remark { field: place + 1, text, is_error }).collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let (today, rules) = (cx.clock.today(), cx.reader.rules()?);
        let kind = self.organs.iter().find(|(name, _)| *name == self.organ).map_or("", |(_, kind)| kind);
        let call = if self.first.is_some() { Call::Second } else { Call::First };
        let notice = Notice::of(Called { meeting: &self.meeting, organ: kind, call }, &rules);
        let mut doubts = Vec::new();
        // a meeting that is entered when it is over was called as it was
        if let Some(notice) = notice.filter(|_| self.meeting.day("held_on").is_some_and(|day| day >= today)) {
            doubts.extend(notice.doubts(&self.items(cx)?, today));
        }
        if self.had_quorum(cx)? {
            doubts.push(Text::new("again-had-quorum"));
        }
        doubts.extend(self.short_names(cx)?);
        Ok(doubts.iter().map(|text| cx.lang.text(text)).collect())
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.meeting.id != 0).then_some((self.meeting.id, self.meeting.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.meeting.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.meeting.id == 0 {
            return Ok(None);
        }
        let meeting = cx.reader.meeting(self.meeting.id)?;
        let (organ, organs, template) = (meeting.organ, self.organs.clone(), Template::default());
        let (meeting, first, roll) = (meeting.entry, meeting.first, self.roll.clone());
        Ok(Some(Self { meeting, organ, organs, first, template, roll }))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (meeting, organ) = (self.meeting.clone(), self.organ.clone());
        let start = self.first.map_or_else(|| Start::New(self.template.clone()), Start::Again);
        Box::new(move |store, session, _| {
            let draft = draft.as_deref();
            if meeting.id != 0 {
                command::meeting::save(store, session, draft, &meeting, &organ)?;
                return Ok(Outcome::Saved { id: meeting.id, said: Text::new("meeting-saved") });
            }
            let id = command::meeting::call(store, session, draft, &meeting, &organ, &start)?;
            Ok(Outcome::Saved { id, said: Text::new("meeting-called") })
        })
    }
}
