#!/usr/bin/env python3
"""pages.py BORDERMAP [FOLDER...]: how well pages are read: text, title, day.

A FOLDER has pages and their gold (the folders of BORDERMAP_PAGES, ':' between them, if none is named):
  gold.json          {"page.html": {"title", "date", "text"}}: tests/pages
  ground-truth.json  {"ID": {"articleBody"}}, pages html/ID.html.gz: article-extraction-benchmark; F over tokens
  evaldata.py        {URL: {"file", "with": [...], "without": [...], "title"?, "date"?}}: trafilatura; F over the segments"""
import ast
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile


def read(bordermap, path):
    if path.endswith('.gz'):
        with tempfile.NamedTemporaryFile(suffix='.html') as plain:
            plain.write(gzip.open(path).read())
            plain.flush()
            return read(bordermap, plain.name)
    run = subprocess.run([bordermap, 'geoparse', '--json', path], capture_output=True)
    try:
        return json.JSONDecoder().raw_decode(run.stdout.decode())[0]
    except ValueError:
        return {'text': '', 'title': '', 'published': None}


def tokens(text):
    return collections.Counter(re.findall(r'[\u3040-\u9fff]|\w+', text))


def f_of(hits, there, wanted):
    return 2 * hits / (there + wanted) if hits else 0.0


def token_f(there, wanted):
    there, wanted = tokens(there), tokens(wanted)
    return f_of(sum((there & wanted).values()), sum(there.values()), sum(wanted.values()))


def own(folder):
    for name, gold in sorted(json.load(open(os.path.join(folder, 'gold.json'))).items()):
        yield os.path.join(folder, name), gold


def benchmark(folder):
    for name, gold in sorted(json.load(open(os.path.join(folder, 'ground-truth.json'))).items()):
        yield os.path.join(folder, 'html', name + '.html.gz'), {'text': gold['articleBody']}


def segments(folder):
    tree = ast.parse(open(os.path.join(folder, 'evaldata.py')).read())
    gold = next(ast.literal_eval(node.value) for node in tree.body
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict))
    for item in gold.values():
        for below in ('', 'cache', 'eval'):
            path = os.path.join(folder, below, item['file'])
            if os.path.exists(path):
                yield path, item
                break


KINDS = {'gold.json': own, 'ground-truth.json': benchmark, 'evaldata.py': segments}


def squeeze(text):
    return re.sub(r'\s+', ' ', text)


def score(bordermap, folder, kind):
    count = collections.Counter()
    fs = []
    for path, gold in KINDS[kind](folder):
        got = read(bordermap, path)
        text, wrong = squeeze(got.get('text') or ''), []
        count['pages'] += 1
        if 'text' in gold:
            fs.append(token_f(text, gold['text']))
            wrong += ['F %.2f' % fs[-1]] if fs[-1] < 0.9 else []
        for segment in gold.get('with', []):
            count['hit' if squeeze(segment) in text else 'missed'] += 1
        for segment in gold.get('without', []):
            count['noise' if squeeze(segment) in text else 'clean'] += 1
        for key, field in (('title', 'title'), ('date', 'published')):
            if gold.get(key):
                count[key] += 1
                count[key + ' right'] += got.get(field) == gold[key]
                count[key + ' missed'] += not got.get(field)
                if got.get(field) != gold[key]:
                    wrong.append('%s %r, not %r' % (key, got.get(field), gold[key]))
        if wrong:
            print('%s: %s' % (os.path.basename(path), '; '.join(wrong)))
    f = sum(fs) / len(fs) if fs else f_of(count['hit'], count['hit'] + count['noise'], count['hit'] + count['missed'])
    print('%s: %d pages, text F %.3f' % (folder, count['pages'], f))
    for key in ('title', 'date'):
        if count[key]:
            print('  %s: %.3f right, %.3f wrong, %.3f missed' % (
                key, count[key + ' right'] / count[key],
                (count[key] - count[key + ' right'] - count[key + ' missed']) / count[key],
                count[key + ' missed'] / count[key]))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folders = sys.argv[2:] or [f for f in os.environ.get('BORDERMAP_PAGES', '').split(':') if f]
    if not folders:
        sys.exit('no folder of pages: name one, or set BORDERMAP_PAGES')
    for folder in folders:
        kinds = [kind for kind in KINDS if os.path.exists(os.path.join(folder, kind))]
        if not kinds:
            print('%s: no gold in it; skipped' % folder, file=sys.stderr)
        for kind in kinds:
            score(sys.argv[1], folder, kind)


main()
