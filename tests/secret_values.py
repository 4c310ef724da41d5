"""The secrets of every site that tests start: fixed, and never to be used by any other."""

SECRETS = {
    "SECRET_KEY": "a key that has many more than fifty characters and is only for tests",
    "CONFIDENTIAL_KEYS": "1:T25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHMtLTE=",
    "CONFIDENTIAL_HASH_KEY": "T25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHMtLWg=",
}
