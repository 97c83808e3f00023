/** Questions that somebody asks of the log, by name. Every result is one line of JSON, see handler/report. */
export const savedQueries: Readonly<Record<string, string>> = {
  "refused-by-code": 'filter status = "rejected" | stats count(*) as images by code | sort images desc',
  "slowest-images":
    "filter ispresent(InferenceTime) | fields @timestamp, key, DecodeTime, InferenceTime | sort DecodeTime desc | limit 50",
  "unsure-images":
    'filter review = "open" | fields @timestamp, bucket, key, topLabel, labels | sort @timestamp desc | limit 100',
  "labels-of-the-day":
    "filter ispresent(topLabel) | stats count(*) as images by topLabel | sort images desc | limit 50",
  failures: 'filter level = "ERROR" | fields @timestamp, message, problem, error | sort @timestamp desc | limit 100',
};
