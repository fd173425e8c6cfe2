import { decideAll } from '../../nodes/AmazonListings/offer/decide';
import { sortDecisions } from '../../nodes/AmazonListings/offer/parcels';
import { pack } from '../../nodes/amazon/feeds/pack';
import { JSON_LISTINGS_FEED } from '../../nodes/amazon/tables/feedTypes';
import { marketplaceById } from '../../nodes/amazon/tables/marketplaces';
const de = marketplaceById('A1PA6795UKMFR9')!;
const items = Array.from({length:100000},(_,i)=>({sku:`SKU-${i}`, price:(10+i%1000/10).toFixed(2), quantity:i%50}));
const settings:any = {skuField:'sku',priceField:'price',quantityField:'quantity',priceRules:{adjustments:{adjustment:[{kind:'addPercent',value:'5'}]},rounding:{rule:{kind:'ending',ending:'99'}},floor:'5'},stockRules:{buffer:1},options:{},marketplaces:[de]};
for (let r=0;r<5;r++){
 const t0=performance.now();
 const d=decideAll({kind:'offer',items,settingsOf:()=>settings,marketplaceIds:[de.id],now:Date.now()});
 const t1=performance.now();
 const {parcels}=sortDecisions(d);
 const t2=performance.now();
 let n=0,b=0; for(const f of pack(parcels,{sellerId:'X',feedType:JSON_LISTINGS_FEED,chunkSize:20000,separateMarketplaces:true})){n++;b+=f.sizeBytes;}
 const t3=performance.now();
 const msgs=parcels.map(p=>JSON.parse(p.text()));
 const t4=performance.now();
 const whole=JSON.stringify(msgs);
 const t5=performance.now();
 console.log('decide',(t1-t0)|0,'sort',(t2-t1)|0,'pack',(t3-t2)|0,'whole',(t5-t4)|0,'ratio',((t3-t0)/(t5-t4)).toFixed(2), n, b, whole.length);
}
