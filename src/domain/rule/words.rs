//! Rules as sentences: what a value says, of what it is ruled, where it stands and how sure it is.

use super::{ANY_ORGAN, Majority, Rule, Share, What};
use crate::domain::{
    Arg, Text,
    choice::Choices,
    meeting::{MEETING_KINDS, MOTION_KINDS, ORGAN_KINDS},
};

impl Share {
    /// `at least two thirds`, `more than half`, `whoever is there`.
    pub fn text(self) -> Text {
        let id = match (self.over, self.is_more) {
            (0, false) => return Text::new("share-nobody"),
            (0, true) => return Text::new("share-somebody"),
            (over, _) if over == self.under => return Text::new("share-all"),
            (_, true) => "share-more",
            (_, false) => "share-least",
        };
        // the fractions that have a name; some languages bend it
        let name = match (self.over, self.under) {
            (1, 2) => "half",
            (1, 3) => "third",
            (2, 3) => "two-thirds",
            (1, 4) => "quarter",
            (3, 4) => "three-quarters",
            _ => "other",
        };
        Text::new(id).with("name", name).with("fraction", format!("{}/{}", self.over, self.under))
    }
}

impl Majority {
    /// `more than half of the votes for and against`.
    pub fn text(self) -> Text {
        Text::new("majority-words").with("share", self.share.text()).with("base", Text::new(self.base.text_id()))
    }
}

impl What {
    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Notice => "rule-notice",
            Self::NoticeSecond => "rule-notice-second",
            Self::Quorum => "rule-quorum",
            Self::QuorumSecond => "rule-quorum-second",
            Self::Majority => "rule-majority",
            Self::Proxies => "rule-proxies",
            Self::Fine => "rule-fine",
            Self::Signatures => "rule-signatures",
        }
    }

    /// What a rule of that code says something of.
    pub fn of(code: &str) -> Option<Self> {
        let (_, what) = code.split_once('.')?;
        Self::ALL.iter().copied().find(|known| known.code() == what)
    }

    /// A value in words; as it is where it cannot be read.
    pub fn text(self, value: &str) -> Text {
        let written = || Text::new("rule-value").with("value", value);
        let count = || value.parse::<u32>().ok();
        match self {
            Self::Notice | Self::NoticeSecond => count().map(|days| Text::new("rule-days").with("count", days)),
            Self::Proxies => count().map(|most| Text::new("rule-most").with("count", most)),
            Self::Signatures => count().map(|count| Text::new("rule-signed").with("count", count)),
            Self::Quorum | Self::QuorumSecond => Share::parse(value).ok().map(Share::text),
            Self::Majority => Majority::parse(value).ok().map(Majority::text),
            Self::Fine => Some(Text::new("rule-value").with("value", Arg::Amount(value.to_owned()))),
        }
        .unwrap_or_else(written)
    }
}

impl Rule {
    /// What it says, in words.
    pub fn text(&self) -> Text {
        let written = || Text::new("rule-value").with("value", &*self.value);
        What::of(&self.code).map_or_else(written, |what| what.text(&self.value))
    }

    /// The body, kind of motion or kind of meeting it is of.
    pub fn subject(&self) -> &str {
        self.code.split_once('.').map_or(&self.code, |(subject, _)| subject)
    }
}

/// The key of the name of a body, a kind of motion or a kind of meeting of which something is ruled.
pub fn subject_text_id(subject: &str) -> Option<&'static str> {
    if subject == ANY_ORGAN {
        return Some("rule-organ");
    }
    let kinds: [Choices; 3] = [ORGAN_KINDS, MOTION_KINDS, MEETING_KINDS];
    kinds.into_iter().flatten().find(|kind| kind.code == subject).map(|kind| kind.text_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{book::LegalForm, bylaws::Bylaws},
        text::Lang,
    };

    #[test]
    fn every_rule_of_every_form_is_a_sentence() {
        let (english, french) = (Lang::new("en"), Lang::new("fr"));
        for form in LegalForm::ALL {
            for rule in Bylaws::of(*form).rule {
                assert!(subject_text_id(rule.subject()).is_some(), "{}", rule.code);
                for lang in [&english, &french] {
                    let words = lang.text(&rule.text());
                    assert!(!words.contains("rule-") && !words.contains('$'), "{form:?} {}: {words}", rule.code);
                    assert!(!lang.text(&rule.source()).is_empty());
                }
            }
        }
        let said = |lang: &Lang, what: What, value| lang.text(&what.text(value));
        assert_eq!(said(&french, What::Majority, ">1/2 votes"), "plus de la moitié des voix pour et contre");
        assert_eq!(said(&english, What::Majority, "2/3 members"), "at least two thirds of all members");
        assert_eq!(said(&english, What::Quorum, ">3/7"), "more than 3/7");
        assert_eq!(said(&french, What::QuorumSecond, "0"), "quel que soit le nombre");
        assert_eq!(said(&french, What::Notice, "15"), "15 jours");
        assert_eq!(said(&french, What::Fine, "1500.00 CDF"), "1\u{a0}500,00\u{a0}CDF");
        assert_eq!(said(&english, What::Proxies, "0"), "none");
    }
}
