"""The neuropathy screener: forms in YAML, answers, what they mean, and the referral summary."""

__version__ = "0.1.0"
