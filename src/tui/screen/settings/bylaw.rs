//! A rule of bodies and votes as the cooperative's own statutes have it: its value, the article, a note.

use crate::{
    command,
    domain::{
        Arg, Text,
        bylaws::Bylaws,
        fold::{clean, clean_lines},
        rule::{Base, Own, Rule, Share, What},
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};

static REFERENCE: Spec = Spec::new("reference", "field-article", Kind::Text, "hint-article");
static NOTE: Spec = Spec::new("note", "field-note", Kind::Note, "");

/// What the form changes.
pub struct BylawDraft {
    own: Own,
    what: What,
    /// Of a majority, the fraction and out of what; else the value.
    share: String,
    base: String,
    specs: Vec<Spec>,
    /// What the legal form says, in words; `None` when it says nothing.
    form: Option<Text>,
}

impl BylawDraft {
    /// The rule of a code as it holds now.
    ///
    /// # Errors
    /// When the book cannot be read, or there is no such rule.
    pub fn new(code: &str, cx: &Cx) -> store::Result<Self> {
        Self::read(code, &cx.reader)
    }

    fn read(code: &str, reader: &Reader) -> store::Result<Self> {
        let (subject, what) = code.split_once('.').zip(What::of(code)).ok_or(store::Error::NotFound)?;
        let (subject, what) = (subject.0, what);
        let form = Bylaws::of(reader.coop()?.legal_form).rules(Vec::new());
        let said = form.of_organ(subject, what).map(Rule::text);
        let begun = || -> store::Result<Own> {
            // what holds now is what is changed
            let value = reader.rules()?.of_organ(subject, what).map(|rule| rule.value.clone()).unwrap_or_default();
            let rule = Rule { code: code.to_owned(), value, reference: String::new(), certainty: None };
            Ok(Own { id: 0, rev: 0, rule, note: String::new() })
        };
        let own = reader.own_rule(code)?.map_or_else(begun, Ok)?;
        Ok(Self::over(own, what, said))
    }

    fn over(own: Own, what: What, form: Option<Text>) -> Self {
        let value = own.rule.value.clone();
        let (share, base) = match (what, value.rsplit_once(' ')) {
            (What::Majority, Some((share, base))) => (share.to_owned(), base.to_owned()),
            (What::Majority, None) => (value, Base::Votes.code().to_owned()),
            _ => (value, String::new()),
        };
        let kind = if what == What::Fine { Kind::Amount } else { Kind::Digits };
        let value = Spec::new("value", what.text_id(), kind, hint(what)).required();
        let base_of = (what == What::Majority).then(|| Spec::new("base", "field-base", Kind::Choice, "").required());
        let specs = [Some(value), base_of, Some(REFERENCE), Some(NOTE)].into_iter().flatten().collect();
        Self { own, what, share, base, specs, form }
    }

    /// The value as it is kept.
    fn value(&self) -> String {
        if self.what == What::Majority { format!("{} {}", self.share, self.base) } else { self.share.clone() }
    }
}

const fn hint(what: What) -> &'static str {
    match what {
        What::Notice | What::NoticeSecond => "hint-days",
        What::Quorum | What::Majority => "hint-share",
        What::QuorumSecond => "hint-share-second",
        What::Proxies => "hint-proxies",
        What::Fine => "hint-amount",
        What::Signatures => "hint-signatures",
    }
}

impl Draft for BylawDraft {
    const FORM: &'static str = "bylaw";

    fn about(&self) -> String {
        format!(":{}", self.own.rule.code)
    }
    fn fields(&self) -> &[Spec] {
        &self.specs
    }
    fn title(&self, lang: &Lang) -> String {
        let said = self.form.clone().unwrap_or_else(|| Text::new("bylaw-silent"));
        let said = lang.text(&Text::new("bylaw-form-says").with("rule", said));
        format!("{} › {} · {said}", lang.label("cmd-settings"), lang.rule(&self.own.rule.code))
    }
    fn show(&self, at: usize) -> String {
        match self.specs[at].code {
            "value" => self.share.clone(),
            "base" => self.base.clone(),
            "reference" => self.own.rule.reference.clone(),
            _ => self.own.note.clone(),
        }
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        let bases = Base::ALL.iter().map(|base| (base.code(), base.text_id()));
        if self.specs[at].code == "base" { bases.collect() } else { Vec::new() }
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match self.specs[at].code {
            "value" if typed.trim().is_empty() => self.share.clear(),
            "value" if self.what == What::Majority => self.share = Share::parse(typed)?.to_string(),
            "value" if self.what == What::Fine => {
                // a figure without a currency is in the cooperative's
                let amount = crate::domain::amount::Amount::parse(typed, &cx.coop.currency)?;
                self.share = self.what.read(&amount.to_string())?;
            }
            "value" => self.share = self.what.read(typed)?,
            "base" => {
                let known = Base::ALL.iter().find(|base| base.code() == typed.trim());
                let known = known.ok_or_else(|| Text::new("err-choice").with("text", typed.trim()))?;
                known.code().clone_into(&mut self.base);
            }
            "reference" => self.own.rule.reference = clean(typed),
            _ => self.own.note = clean_lines(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let wrong = self.what.read(&self.value()).err().filter(|_| !self.share.is_empty());
        wrong.map(|text| Remark::error(0, text)).into_iter().collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.own.id != 0).then_some((self.own.id, self.own.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.own.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Self::read(&self.own.rule.code, &cx.reader).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let rule = Rule { value: self.value(), ..self.own.rule.clone() };
        let own = Own { rule, ..self.own.clone() };
        Box::new(move |store, session, _| {
            let id = command::bylaw::save(store, session, draft.as_deref(), &own)?;
            let said = own.rule.text();
            Ok(Outcome::Saved { id, said: Text::new("bylaw-saved").with("rule", Arg::Text(said)) })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_majority_is_a_fraction_and_what_it_is_of() {
        let code = "ordinary.majority".to_owned();
        let rule = Rule { code, value: "2/3 members".to_owned(), reference: String::new(), certainty: None };
        let own = Own { id: 0, rev: 0, rule, note: String::new() };
        let draft = BylawDraft::over(own, What::Majority, None);
        assert_eq!((draft.show(0).as_str(), draft.show(1).as_str()), ("2/3", "members"));
        assert_eq!(draft.value(), "2/3 members");
    }
}
