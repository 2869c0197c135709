//! Random numbers that come again when their seed does.

use std::time::{SystemTime, UNIX_EPOCH};

/// A generator (xorshift64*).
pub struct Chance(u64);

impl Chance {
    /// From a seed; another for each run unless `USHIRIKA_SEED` says otherwise. It is printed, to run a failure again.
    pub fn new() -> Self {
        let given = std::env::var("USHIRIKA_SEED").ok().and_then(|seed| seed.parse().ok());
        let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |d| d.as_nanos() as u64 % 1_000_000_000);
        let seed = given.unwrap_or_else(clock);
        println!("USHIRIKA_SEED={seed}");
        Self::from(seed)
    }

    /// From this seed and no other.
    pub fn from(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// `true` once in `n`.
    pub fn once_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// So many small letters.
    pub fn letters(&mut self, count: u64) -> String {
        (0..count).map(|_| char::from(b'a' + self.below(26) as u8)).collect()
    }
}
