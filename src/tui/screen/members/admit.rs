//! Admits applicants by one decision, or enters that the assembly has validated admissions.

use crate::{
    command::{self, member::Admission},
    domain::{
        Text,
        amount::listed,
        choice::{self, ADMITTERS},
        day,
        fold::clean,
        member::Status,
        takes::Takes,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, choices},
    },
};
use chrono::NaiveDate;

/// What an admission asks; the last two are what a validation asks.
static FIELDS: [Spec; 5] = [
    Spec::new("on", "field-joined_on", Kind::Digits, "hint-day"),
    Spec::new("by", "field-admitted_by", Kind::Choice, ""),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
    Spec::new("validated_on", "field-validated_on", Kind::Digits, "hint-validated"),
    Spec::new("validated_by", "field-validated_by", Kind::Text, "hint-decision"),
];
const VALIDATION: usize = 3;

/// What the form changes.
pub struct AdmitDraft {
    ids: Vec<i64>,
    /// Whom it is about, in words.
    who: String,
    is_validation: bool,
    admission: Admission,
    /// How many the assembly has validated before, who stay as they are.
    before: usize,
    /// What somebody should look at before.
    doubt: Option<Text>,
}

impl AdmitDraft {
    /// The form for these people: applicants are admitted, members are validated.
    ///
    /// # Errors
    /// When the book cannot be read; with the reason when there is nobody, some are applicants and some are not, or all
    /// were validated before.
    pub fn new(ids: &[i64], cx: &Cx) -> store::Result<Self> {
        let members = ids.iter().map(|id| cx.reader.member(*id)).collect::<store::Result<Vec<_>>>()?;
        let applying = members.iter().filter(|member| member.status == Status::Applicant).count();
        if ids.is_empty() || (applying > 0 && applying < ids.len()) {
            return Err(store::Error::Invalid(Text::new("err-admit-mixed")));
        }
        let is_validation = applying == 0;
        cx.permit(if is_validation { &command::member::VALIDATE } else { &command::member::ADMIT })?;
        let asked = members.len();
        let members: Vec<_> =
            members.into_iter().filter(|m| !is_validation || command::member::awaits_validation(m)).collect();
        if members.is_empty() {
            return Err(store::Error::Invalid(Text::new("err-validated").with("count", asked)));
        }
        let (ids, before): (Vec<i64>, _) = (members.iter().map(|member| member.id).collect(), asked - members.len());
        let who = match &members[..] {
            [one] => one.heading(),
            _ => cx.lang.text(&Text::new("act-count").with("count", ids.len())),
        };
        let today = Some(cx.clock.today());
        let (on, validated_on) = if is_validation { (None, today) } else { (today, None) };
        let admission = Admission { on, validated_on, ..Admission::default() };
        Ok(Self { ids, who, is_validation, admission, before, doubt: None })
    }

    /// The same form with a decision in it: of whom, which, and of which day.
    #[must_use]
    pub fn decided(mut self, by: &str, decision: &str, on: NaiveDate) -> Self {
        by.clone_into(&mut self.admission.by);
        decision.clone_into(&mut self.admission.decision);
        self.admission.on = Some(on);
        self
    }

    /// The same form that says first what is doubtful in it.
    #[must_use]
    pub fn doubted(mut self, doubt: Option<Text>) -> Self {
        self.doubt = doubt;
        self
    }

    fn place(&self, at: usize) -> usize {
        if self.is_validation { at + VALIDATION } else { at }
    }
}

impl Draft for AdmitDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS[self.place(0)..]
    }
    fn title(&self, lang: &Lang) -> String {
        let what = if self.is_validation { "admit-validate" } else { "admit-admit" };
        format!("{} › {} › {}", lang.label("area-members"), self.who, lang.label(what))
    }
    fn show(&self, at: usize) -> String {
        let shown = |day: Option<NaiveDate>| day.map(day::show).unwrap_or_default();
        match self.place(at) {
            0 => shown(self.admission.on),
            1 => self.admission.by.clone(),
            2 => self.admission.decision.clone(),
            3 => shown(self.admission.validated_on),
            _ => self.admission.validated_by.clone(),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(Takes::One(ADMITTERS)))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        // a blank is no day
        let a_day = || Takes::PastDay.read(typed, &cx.reading()).map(|day| day.parse().ok());
        match self.place(at) {
            0 => self.admission.on = a_day()?,
            1 => self.admission.by = choice::codes(&choice::parse(ADMITTERS, typed, "err-choice")?),
            2 => self.admission.decision = clean(typed),
            3 => self.admission.validated_on = a_day()?,
            _ => self.admission.validated_by = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let missing = self.is_validation && self.admission.validated_on.is_none();
        let text = || Text::new("err-required").with("field", Text::new("field-validated_on"));
        missing.then(|| Remark::error(0, text())).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(self.doubt.iter().map(|text| cx.lang.text(text)).collect())
    }
    fn save(&self, _: Option<String>) -> Saving {
        let (ids, admission, is_validation) = (self.ids.clone(), self.admission.clone(), self.is_validation);
        let before = self.before;
        Box::new(move |store, session, _| {
            let said = |id| Text::new(id).with("count", ids.len());
            if let Some(on) = admission.validated_on.filter(|_| is_validation) {
                command::member::validate(store, session, &ids, on, &admission.validated_by)?;
                return Ok(Outcome::Saved { id: ids[0], said: said("admit-validated").with("before", before) });
            }
            let numbers = command::member::admit(store, session, &ids, &admission)?;
            let ends = [numbers.first(), numbers.last()].map(|n| n.map_or(0, |(_, number)| *number).to_string());
            let said = said("admit-admitted").with("first", ends[0].as_str()).with("last", ends[1].as_str());
            // an act of its own, taken back before the admission; what cannot be raised now its schedule raises later
            let said = match command::due::raise_entry(store, session, &ids) {
                Ok(None) | Err(_) => said,
                Ok(Some(fee)) => Text::new("admit-fee").with("said", said).with("amounts", listed(&fee.totals)),
            };
            Ok(Outcome::Saved { id: ids[0], said })
        })
    }
}
